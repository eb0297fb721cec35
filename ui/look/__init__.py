"""How the window looks and which words it uses: theme, fonts, icons, languages."""
