@echo off
rem Opens the desk, with the Node beside it where there is one.
chcp 65001 >nul
cd /d "%~dp0"
set "NODE=node"
if exist "node.exe" set "NODE=%~dp0node.exe"
if exist "node\node.exe" set "NODE=%~dp0node\node.exe"
"%NODE%" --version >nul 2>nul
if errorlevel 1 goto missing
"%NODE%" yusuan.cjs start
if errorlevel 1 pause
exit /b
:missing
echo Node.js 20.19 or newer is needed: https://nodejs.org
pause
exit /b 2
