import { useT } from '~/platform/i18n/i18n'

/** The same text to keep: for print, for Word, for anything that reads Markdown. */
export function ExportLinks({ base }: { base: string }) {
  const t = useT('knowledge')
  return (
    <section className="sm">
      <h2>{t('export.title')}</h2>
      <p className="row">{(['pdf', 'docx', 'zip'] as const).map(format => <a key={format} className="link" href={`${base}/${format}`} rel="nofollow" download>{t(`export.${format}`)}</a>)}</p>
    </section>
  )
}
