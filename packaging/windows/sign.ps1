# Signs the programs in a built folder, where a certificate is configured; else says so and goes on.
#   WINDOWS_CERTIFICATE            a .pfx as base64
#   WINDOWS_CERTIFICATE_PASSWORD   its password
param([Parameter(Mandatory)] [string] $Folder)
$ErrorActionPreference = 'Stop'
if (-not $env:WINDOWS_CERTIFICATE) {
    Write-Host 'No certificate is configured: the programs stay unsigned.'
    exit 0
}
$certificate = Join-Path ([IO.Path]::GetTempPath()) "$([Guid]::NewGuid()).pfx"
try {
    [IO.File]::WriteAllBytes($certificate, [Convert]::FromBase64String($env:WINDOWS_CERTIFICATE))
    $kits = 'C:\Program Files (x86)\Windows Kits\10\bin\*\x64\signtool.exe'
    $signtool = (Get-ChildItem $kits | Sort-Object FullName | Select-Object -Last 1).FullName
    Get-ChildItem $Folder -Filter *.exe | ForEach-Object {
        & $signtool sign /f $certificate /p $env:WINDOWS_CERTIFICATE_PASSWORD /fd SHA256 `
            /tr http://timestamp.digicert.com /td SHA256 $_.FullName
        if ($LASTEXITCODE) { throw "signtool failed for $($_.Name)" }
    }
} finally {
    Remove-Item $certificate -ErrorAction SilentlyContinue
}
