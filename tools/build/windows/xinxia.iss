; The installer of Windows, for Inno Setup 6: ISCC /DVersion=0.1.0 /DRoot=<project> xinxia.iss
; Prepared, not run (docs/building.md). It installs for one person, asks for no administrator, adds
; nothing to the path, opens no port, and never touches a vault: those lie among the documents.

#ifndef Version
  #error Version is needed
#endif

[Setup]
AppId={{6E2B8C1E-6B0C-4B57-9C55-3B0A1F6B7391}
AppName=心匣 Xinxia
AppVersion={#Version}
AppPublisher=Xinxia
DefaultDirName={autopf}\Xinxia
DefaultGroupName=心匣 Xinxia
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
LicenseFile={#Root}\LICENSE
SetupIconFile={#Root}\build\icons\xinxia.ico
UninstallDisplayIcon={app}\xinxia.exe
OutputBaseFilename=xinxia-{#Version}-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
; The vault is closed before files are replaced: the program is asked to end, and ending locks it.
CloseApplications=yes
RestartApplications=no

[Languages]
; The Chinese texts are not part of Inno Setup itself; they are used where they have been added.
#if FileExists(AddBackslash(CompilerPath) + "Languages\ChineseSimplified.isl")
Name: "zh"; MessagesFile: "compiler:Languages\ChineseSimplified.isl"
#endif
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "{#Root}\dist\xinxia\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[InstallDelete]
; What an older version brought and this one does not.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\心匣 Xinxia"; Filename: "{app}\xinxia.exe"; AppUserModelID: "xinxia"
Name: "{autodesktop}\心匣 Xinxia"; Filename: "{app}\xinxia.exe"; AppUserModelID: "xinxia"; Tasks: desktop

[Tasks]
Name: "desktop"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Run]
Filename: "{app}\xinxia.exe"; Description: "{cm:LaunchProgram,心匣 Xinxia}"; Flags: nowait postinstall skipifsilent
