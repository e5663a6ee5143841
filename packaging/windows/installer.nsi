; The installer for Windows: for one user, without administrator rights. Started by tools/installer_windows.py, which
; gives VERSION, NUMBERS (four of them), PUBLISHER, COPYRIGHT, SIZE_KB, OUT, ICON, SIDE and PAYLOAD, a script with a macro each
; for the files to put and to take away. Nothing but these files is ever taken away: a folder that holds anything else stays.
;
; Setup.exe /S installs silently, /LOGIN with a start at login, /D=folder (last) elsewhere than usual; uninstall.exe /S
; leaves the data, /S /ERASE does not. Exit codes: 0 done, 1 cancelled, 2 not possible (the app is running, a file
; cannot be written, or the data could not be erased).

Unicode true
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
RequestExecutionLevel user
SetOverwrite on

!include LogicLib.nsh
!include FileFunc.nsh
!include Sections.nsh
!include WinVer.nsh
!include x64.nsh
!include MUI2.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh
!include "${PAYLOAD}"

!define NAME "Workestra Desktop"
!define WINDOW "workestra-desktop.exe"
!define COMMAND "workestra.exe"
!define IDENTITY "Workestra.Desktop" ; as desktop/identity.py tells Windows: notices carry our name by it
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define APPROVED "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define SCHEME "Software\Classes\workestra"
!define IDENTITIES "Software\Classes\AppUserModelId\${IDENTITY}"
!define PROFILE "$LOCALAPPDATA\${NAME}" ; as desktop/folders.py has it
!define SHCNE_ASSOCCHANGED 0x08000000
!define TIMEOUT_SECONDS 60

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
!macro ABOUT LANGUAGE TEXT
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${TEXT}"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "${COPYRIGHT}"
!macroend

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!define MUI_FINISHPAGE_NOAUTOCLOSE
!define MUI_UNFINISHPAGE_NOAUTOCLOSE
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!include "texts.nsh"
!insertmacro ABOUT ${LANG_ENGLISH} "Installs ${NAME}"
!insertmacro ABOUT ${LANG_GERMAN} "Installiert ${NAME}"

!ifdef SIGN
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif

; ---------------------------------------------------------------------------------------------------------- the app at rest

; A program that runs cannot be opened for writing.
!macro AWAIT_REST UN
Function ${UN}AwaitRest
  again:
  ${If} ${FileExists} "$INSTDIR\${WINDOW}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${WINDOW}" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
      SetErrorLevel 2
      Abort "$(RUNNING)"
    ${EndIf}
    FileClose $0
  ${EndIf}
FunctionEnd
!macroend
!insertmacro AWAIT_REST ""
!insertmacro AWAIT_REST "un."

; ----------------------------------------------------------------------------------------------------------------- install

Function TakeAwayThePrevious
  ; By its own list of files, as only it knows them. “_?” makes it work here and now; what belongs to the host stays.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ClearErrors
    ExecWait '"$INSTDIR\uninstall.exe" /S /UPDATE _?=$INSTDIR' $0
    ${If} ${Errors}
    ${OrIf} $0 <> 0
      SetErrorLevel 2
      Abort "$(NOT_REPLACED)"
    ${EndIf}
    Delete "$INSTDIR\uninstall.exe"
  ${EndIf}
FunctionEnd

Section "${NAME}" MAIN
  SectionIn RO
  Call AwaitRest
  Call TakeAwayThePrevious
  ClearErrors
  SetOutPath "$INSTDIR"
  ; First, so that what an interrupted installation leaves is known as ours: it can be installed over, and be taken away.
  WriteUninstaller "$INSTDIR\uninstall.exe"
  !insertmacro PUT_FILES
  ${If} ${Errors}
    SetErrorLevel 2
    Abort "$(NOT_WRITTEN)"
  ${EndIf}
  SetOutPath "$INSTDIR"
  Call PutShortcut

  WriteRegStr HKCU "${IDENTITIES}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${IDENTITIES}" "IconUri" "$INSTDIR\${WINDOW},0"

  WriteRegStr HKCU "${SCHEME}" "" "URL:${NAME}"
  WriteRegStr HKCU "${SCHEME}" "URL Protocol" ""
  WriteRegStr HKCU "${SCHEME}\DefaultIcon" "" "$INSTDIR\${WINDOW},0"
  ; After “--” nothing that a web page smuggled into the link can be an option.
  WriteRegStr HKCU "${SCHEME}\shell\open\command" "" '"$INSTDIR\${WINDOW}" -- "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${WINDOW},0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i ${SHCNE_ASSOCCHANGED}, i 0, p 0, p 0)'
SectionEnd

; The very line that the app's own switch writes (desktop/run_key.py), so that its settings show how it stands.
Section /o "$(AT_LOGIN)" LOGIN
  WriteRegStr HKCU "${RUN}" "${NAME}" '"$INSTDIR\${WINDOW}" --hidden'
  DeleteRegValue HKCU "${APPROVED}" "${NAME}"
SectionEnd

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 2
    Abort
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/LOGIN" $R1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${LOGIN}
  ${EndIf}
FunctionEnd

Function .onVerifyInstDir
  ; A folder that holds something of others' is no place for a program that will once be taken away.
  ${IfNot} ${FileExists} "$INSTDIR\uninstall.exe"
  ${AndIf} ${FileExists} "$INSTDIR\*.*"
    ${DirState} "$INSTDIR" $0
    ${If} $0 = 1
      Abort
    ${EndIf}
  ${EndIf}
FunctionEnd

; With the identity in it, or Windows shows notices under the name of the file (Microsoft: Application User Model IDs).
Function PutShortcut
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${WINDOW}" "" "$INSTDIR\${WINDOW}" 0 SW_SHOWNORMAL "" "$(ABOUT)"
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${If} $1 P<> 0
      ${IPersistFile::Load} $1 '("$SMPROGRAMS\${NAME}.lnk",${STGM_READWRITE})'
      ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
      ${If} $2 P<> 0
        System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
        System::Call 'shlwapi::SHStrDupW(w "${IDENTITY}",*p.r5)'
        System::Call '*(&i2 ${VT_LPWSTR},&i6 0,p r5,p 0)p.r4' ; a PROPVARIANT of this 32-bit program
        ${IPropertyStore::SetValue} $2 '($3,$4)'
        ${IPropertyStore::Commit} $2 ""
        System::Call 'ole32::PropVariantClear(p r4)'
        System::Free $4
        System::Free $3
        ${IUnknown::Release} $2 ""
      ${EndIf}
      ${IPersistFile::Save} $1 '("$SMPROGRAMS\${NAME}.lnk",1)'
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
FunctionEnd

; --------------------------------------------------------------------------------------------------------------- uninstall

Section "Uninstall"
  ${GetParameters} $R0
  Call un.AwaitRest
  ClearErrors
  ${GetOptions} $R0 "/UPDATE" $R1
  ${If} ${Errors}
    Call un.EraseIfWished
    Delete "$SMPROGRAMS\${NAME}.lnk"
    DeleteRegValue HKCU "${RUN}" "${NAME}"
    DeleteRegValue HKCU "${APPROVED}" "${NAME}"
    DeleteRegKey HKCU "${IDENTITIES}"
    DeleteRegKey HKCU "${SCHEME}"
    DeleteRegKey HKCU "${UNINSTALL}"
    Delete "$INSTDIR\uninstall.exe"
  ${EndIf}
  !insertmacro TAKE_FILES
  RMDir "$INSTDIR"
  System::Call 'shell32::SHChangeNotify(i ${SHCNE_ASSOCCHANGED}, i 0, p 0, p 0)'
SectionEnd

; The app itself erases: it alone knows its data and its entry in the credential store. Nothing in iCloud is touched.
; What is left then, an empty list of bookings and two empty locks, goes with the app. $LOCALAPPDATA is the user's.
Function un.EraseIfWished
  ClearErrors
  ${GetOptions} $R0 "/ERASE" $R1
  ${If} ${Errors}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(ERASE)" /SD IDNO IDYES erase
    Return
  ${EndIf}
  erase:
  ClearErrors
  nsExec::ExecToLog /TIMEOUT=${TIMEOUT_SECONDS}000 '"$INSTDIR\${COMMAND}" disconnect --erase'
  Pop $0
  ${If} $0 != 0
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NOT_ERASED)" /SD IDOK
    SetErrorLevel 2
    Abort "$(NOT_ERASED)"
  ${EndIf}
  Delete "${PROFILE}\workestra.sqlite3"
  Delete "${PROFILE}\sync.lock"
  Delete "${PROFILE}\window.lock"
  RMDir "${PROFILE}"
FunctionEnd
