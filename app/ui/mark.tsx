/** The mark: a pendopo roof, four posts, a floor of gold. Decoration; the name stands beside it. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg className={className ? `mark ${className}` : 'mark'} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M16 2.5C14.7 8 9.5 12.3 1.5 13.6V16.5H30.5V13.6C22.5 12.3 17.3 8 16 2.5Z" />
      <path d="M4.5 18.3h2.2V26H4.5zM11.4 18.3h2.2V26h-2.2zM18.4 18.3h2.2V26h-2.2zM25.3 18.3h2.2V26h-2.2z" />
      <path d="M2.5 27.6h27v2h-27z" />
    </svg>
  )
}

/** Gold band: the city has spoken. At most once on a screen. */
export function SongketBand({ className }: { className?: string }) {
  return <div className={className ? `songket ${className}` : 'songket'} aria-hidden="true" />
}
