@echo off
rem Builds Bridge Convoy the first time (not in an unpacked archive), then runs it: convoy COMMAND, see convoy --help.
rem After a change of the sources: set CONVOY_BUILD=1 and run it once. CONVOY_JVM_OPTS holds further options of the JVM, such as -Xmx8g.
setlocal
set "root=%~dp0"
set "jar=%root%sim-scenarios\target\convoy.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

rem An unpacked archive brings jar and Java runtime: nothing to build.
if exist "%root%runtime\bin\java.exe" (
  set "java=%root%runtime\bin\java"
  set "jar=%root%lib\convoy.jar"
  goto run
)

if not exist "%jar%" goto build
if "%CONVOY_BUILD%"=="1" goto build
goto run

:build
rem Without Maven the wrapper fetches it.
set "maven=%root%mvnw.cmd"
for %%f in (mvn.cmd mvn.bat) do if not "%%~$PATH:f"=="" set "maven=mvn"
echo convoy: building the program ... 1>&2
pushd "%root%"
call "%maven%" -B -ntp -q -Dquick -pl sim-scenarios -am package 1>&2
set "status=%errorlevel%"
popd
if not "%status%"=="0" (
  echo convoy: the build failed; its log is above 1>&2
  exit /b 1
)

:run
rem Options that the environment holds for every JVM may choose a collector, and a JVM takes only one.
set "collector=-XX:+UseSerialGC"
set options=%JAVA_TOOL_OPTIONS% %JDK_JAVA_OPTIONS% %_JAVA_OPTIONS% %CONVOY_JVM_OPTS%
set options=%options:"=%
if not "%options:-XX:+Use=%"=="%options%" set "collector="
"%java%" -Xms32m -XX:MaxNewSize=24m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 -XX:-ShrinkHeapInSteps %collector% -Xlog:disable -Djava.awt.headless=true %CONVOY_JVM_OPTS% -jar "%jar%" %*
exit /b %errorlevel%
