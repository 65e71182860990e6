@echo off
rem Windowshop's command line on Windows: finds JDK 25 and Maven, builds, runs. See windowshop for Linux and macOS.
setlocal enabledelayedexpansion
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "STATE=%ROOT%\.windowshop"
if not exist "%STATE%" mkdir "%STATE%"
set "FLAGS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

set "JDK="
if defined WINDOWSHOP_JDK call :try "%WINDOWSHOP_JDK%"
if not defined JDK if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JDK call :try "%STATE%\jdk"
if not defined JDK for %%P in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
  if exist "%%~P" for /d %%D in ("%%~P\*") do if not defined JDK call :try "%%~D"
)
if not defined JDK (
  if /i "%WINDOWSHOP_FETCH_JDK%"=="yes" call :fetch
)
if not defined JDK (
  echo JDK 25 is missing. Install Temurin 25 ^(adoptium.net^) and set JAVA_HOME to it, or run again with WINDOWSHOP_FETCH_JDK=yes to fetch it. 1>&2
  exit /b 1
)
set "JAVA_HOME=%JDK%"

set "COMMAND=%~1"
if "%COMMAND%"=="" goto usage
if "%COMMAND%"=="help" goto usage
set "REST="
shift
:collect
if "%~1"=="" goto dispatch
set REST=!REST! "%~1"
shift
goto collect

:dispatch
if "%COMMAND%"=="test" goto test
if "%COMMAND%"=="relay" goto relay
if "%COMMAND%"=="app" goto app
if "%COMMAND%"=="demo" goto demo
if "%COMMAND%"=="bench" goto bench
if "%COMMAND%"=="build" goto build
echo windowshop: there is no command '%COMMAND%' here 1>&2
goto usage

:build
call :package shared-protocol,relay-server,client-app,installers,bench
exit /b %ERRORLEVEL%

:test
call :maven || exit /b 1
cd /d "%ROOT%" && mvn -B verify %REST%
exit /b %ERRORLEVEL%

:relay
call :package shared-protocol,relay-server || exit /b 1
"%JAVA_HOME%\bin\java" %FLAGS% -jar "%ROOT%\relay-server\target\relay-server.jar" %REST%
exit /b %ERRORLEVEL%

:app
call :package shared-protocol,relay-server,client-app || exit /b 1
"%JAVA_HOME%\bin\java" %FLAGS% -XX:+UseSerialGC -Xmx768m -cp "%ROOT%\client-app\target\client-app.jar;%ROOT%\client-app\target\lib\*" dev.windowshop.client.app.ClientMain %REST%
exit /b %ERRORLEVEL%

:demo
call :package shared-protocol,relay-server,client-app || exit /b 1
set "PORT=4780"
start "Windowshop relay" /min "%JAVA_HOME%\bin\java" %FLAGS% -jar "%ROOT%\relay-server\target\relay-server.jar" serve --data "%STATE%\demo\relay" --port %PORT% --demo
start "Windowshop demo people" /min "%JAVA_HOME%\bin\java" %FLAGS% -cp "%ROOT%\client-app\target\client-app.jar;%ROOT%\client-app\target\lib\*" dev.windowshop.client.demo.DemoMain --relay http://127.0.0.1:%PORT% --data "%STATE%\demo\people"
"%JAVA_HOME%\bin\java" %FLAGS% -XX:+UseSerialGC -Xmx768m -cp "%ROOT%\client-app\target\client-app.jar;%ROOT%\client-app\target\lib\*" dev.windowshop.client.app.ClientMain --relay http://127.0.0.1:%PORT% --profile demo --demo
taskkill /fi "WINDOWTITLE eq Windowshop relay*" >nul 2>nul
taskkill /fi "WINDOWTITLE eq Windowshop demo people*" >nul 2>nul
exit /b 0

:bench
call :package shared-protocol,relay-server,client-app,installers,bench || exit /b 1
"%JAVA_HOME%\bin\java" %FLAGS% -Dwindowshop.root="%ROOT%" -cp "%ROOT%\bench\target\bench.jar;%ROOT%\bench\target\lib\*" dev.windowshop.bench.BenchMain %REST%
exit /b %ERRORLEVEL%

:package
call :maven || exit /b 1
cd /d "%ROOT%" && call mvn -B -q -DskipTests -Dspotless.check.skip -pl %1 package
exit /b %ERRORLEVEL%

:maven
where mvn >nul 2>nul && exit /b 0
echo Maven 3.8 or newer is missing. Install it and put its bin folder on PATH. 1>&2
exit /b 1

:try
if not exist "%~1\bin\javac.exe" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>nul && set "JDK=%~1"
exit /b 0

:fetch
powershell -NoProfile -Command "$ErrorActionPreference='Stop'; $a=(Invoke-RestMethod 'https://api.adoptium.net/v3/assets/latest/25/hotspot?architecture=x64&image_type=jdk&os=windows&vendor=eclipse')[0].binary.package; Invoke-WebRequest $a.link -OutFile '%STATE%\jdk.zip'; if ((Get-FileHash '%STATE%\jdk.zip' -Algorithm SHA256).Hash -ne $a.checksum) { throw 'wrong checksum' }; Expand-Archive '%STATE%\jdk.zip' '%STATE%\jdk-new' -Force; Move-Item (Get-ChildItem '%STATE%\jdk-new')[0].FullName '%STATE%\jdk'"
call :try "%STATE%\jdk"
exit /b 0

:usage
echo windowshop demo              build what is missing, start a relay with a demo shop, open the app
echo windowshop test              build and run every test and check
echo windowshop relay ...         the relay: serve, import
echo windowshop app ...           the desktop app ^(--relay URL, --profile NAME^)
echo windowshop bench NAME        a benchmark
exit /b 2
