# Installs Concord for the person signed in: copies the program and the official embeddable Python that lies beside this script
# into %LOCALAPPDATA%\Concord\VERSION, and makes an entry of the start menu. Nothing of Windows is changed, no desk is touched.
# install.ps1 [-Target FOLDER] [-Remove]
param([string]$Target = (Join-Path $env:LOCALAPPDATA 'Concord'), [switch]$Remove)
$ErrorActionPreference = 'Stop'
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$version = (Get-Content -LiteralPath (Join-Path $here 'VERSION') -Encoding UTF8 | Select-Object -First 1).Trim()
$place = Join-Path $Target $version
$menu = Join-Path ([Environment]::GetFolderPath('Programs')) 'Concord.lnk'

$kind = 'HKCU:\Software\Classes\Concord.Bundle'
$suffix = 'HKCU:\Software\Classes\.concord'

if ($Remove) {
    foreach ($key in $kind, $suffix) { if (Test-Path -LiteralPath $key) { Remove-Item -LiteralPath $key -Recurse } }
    if (Test-Path -LiteralPath $menu) { Remove-Item -LiteralPath $menu }
    if (Test-Path -LiteralPath $place) { Remove-Item -LiteralPath $place -Recurse }
    Write-Host "已卸载，工作台未动。 Removed; desks are left as they are."
    exit 0
}

$python = Get-ChildItem -LiteralPath $here -Filter 'python-3.11.*-embed-amd64.zip' | Sort-Object Name | Select-Object -Last 1
if (-not $python) {
    Write-Host "请把 python.org 的 python-3.11.x-embed-amd64.zip 放在本文件夹里，再运行一次。"
    Write-Host "Put python-3.11.x-embed-amd64.zip of python.org into this folder and run this again."
    exit 1
}
# Made aside and renamed, so that an interrupted installation leaves none that is half there.
$aside = "$place.part"
if (Test-Path -LiteralPath $aside) { Remove-Item -LiteralPath $aside -Recurse }
if (Test-Path -LiteralPath $place) { Write-Host "$place 已存在。 is already there."; exit 1 }
New-Item -ItemType Directory -Path $aside -Force | Out-Null
foreach ($part in 'app', 'packages', 'licences') { Copy-Item -LiteralPath (Join-Path $here $part) -Destination $aside -Recurse }
foreach ($part in 'VERSION', 'LICENSE', 'NOTICE', 'NOTICES.txt', 'sbom.cdx.json', 'workstation.cmd') {
    Copy-Item -LiteralPath (Join-Path $here $part) -Destination $aside
}
Add-Type -AssemblyName System.IO.Compression.FileSystem
[IO.Compression.ZipFile]::ExtractToDirectory($python.FullName, (Join-Path $aside 'python'))
# Where this Python looks, and nowhere else: neither the environment nor the registry says anything to it.
[IO.File]::WriteAllText((Join-Path $aside 'python\python311._pth'), "python311.zip`r`n.`r`n..\app`r`n..\packages`r`n", (New-Object Text.UTF8Encoding $false))
Move-Item -LiteralPath $aside -Destination $place

$shell = New-Object -ComObject WScript.Shell
$entry = $shell.CreateShortcut($menu)
$entry.TargetPath = Join-Path $place 'python\pythonw.exe'
$entry.Arguments = '-m ui'
$entry.WorkingDirectory = [Environment]::GetFolderPath('MyDocuments')
$entry.Description = 'Concord 协商工作台'
$entry.Save()

# A case bundle opens here; only for the person signed in.
New-Item -Path "$kind\shell\open\command" -Force | Out-Null
Set-ItemProperty -LiteralPath $kind -Name '(default)' -Value 'Concord 案件包'
Set-ItemProperty -LiteralPath "$kind\shell\open\command" -Name '(default)' -Value ('"{0}" -m ui "%1"' -f $entry.TargetPath)
New-Item -Path $suffix -Force | Out-Null
Set-ItemProperty -LiteralPath $suffix -Name '(default)' -Value 'Concord.Bundle'
Write-Host "已安装到 $place ，开始菜单里有“Concord”。 Installed; the start menu has Concord."
