"""The frame of the window: menus, sidebar, the case and its gates."""
