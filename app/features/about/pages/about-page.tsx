import { useT, useWordTree } from '~/platform/i18n/i18n'
import { Breadcrumbs } from '~/ui/navigation'

export type AboutPageName = 'about' | 'rules' | 'privacy' | 'accessibility'

interface Section {
  title: string
  text?: string
  points?: string[]
}

/** A page of the house's own words: a lede, then sections with text or numbered points. */
export function AboutPage({ name, city }: { name: AboutPageName; city: string }) {
  const t = useT('about')
  const sections = useWordTree('about', `${name}.sections`, { city }) as Section[]
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('ui:nav.home'), href: '/' }, { label: t(`${name}.title`) }]} />
      <h1>{t(`${name}.title`)}</h1>
      <p className="lede mt-3">{t(`${name}.lede`, { city })}</p>
      <div className="prose mt-6">
        {sections.map(section => (
          <section key={section.title}>
            <h2>{section.title}</h2>
            {section.text ? <p>{section.text}</p> : null}
            {section.points ? <ol>{section.points.map(point => <li key={point}>{point}</li>)}</ol> : null}
          </section>
        ))}
      </div>
    </div>
  )
}
