@echo off
rem The command line; without words the window opens.
if "%~1"=="" (start "" "%~dp0python\pythonw.exe" -m ui) else ("%~dp0python\python.exe" -m ui %*)
