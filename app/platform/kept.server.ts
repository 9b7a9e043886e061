/** Makes a thing once per process and keeps it over reloads of the module graph in development. */
export function kept<T>(name: string, make: () => T): T {
  const shelf = ((globalThis as { __balai?: Record<string, unknown> }).__balai ??= {})
  if (!(name in shelf)) shelf[name] = make()
  return shelf[name] as T
}
