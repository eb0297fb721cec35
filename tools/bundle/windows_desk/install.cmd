@echo off
rem Installs Concord for the person signed in; asks for no rights of an administrator and for no network.
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0install.ps1" %*
if errorlevel 1 pause
