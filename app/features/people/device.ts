/** "Chrome · Android": enough to know one's own device again. */
export function deviceOf(userAgent: string): string {
  const browser = [['Edg/', 'Edge'], ['OPR/', 'Opera'], ['SamsungBrowser', 'Samsung Internet'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']].find(([sign]) => sign && userAgent.includes(sign))?.[1]
  const system = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS X', 'macOS'], ['CrOS', 'ChromeOS'], ['Linux', 'Linux']].find(([sign]) => sign && userAgent.includes(sign))?.[1]
  return [browser, system].filter(Boolean).join(' · ')
}
