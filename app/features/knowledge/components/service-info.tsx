import { useT } from '~/platform/i18n/i18n'
import { serviceFields, type ServiceInfo } from '../kinds'

/** What a service asks for, takes and costs, as a list of terms; lines stay lines. */
export function ServiceInfoList({ service }: { service: ServiceInfo }) {
  const t = useT('knowledge')
  const filled = serviceFields.filter(name => service[name])
  if (filled.length === 0) return null
  return (
    <section className="card mb-6" aria-labelledby="layanan">
      <h2 id="layanan" className="mb-3">{t('service.title')}</h2>
      <dl className="stack">
        {filled.map(name => (
          <div key={name}>
            <dt className="b">{t(`service.${name}`)}</dt>
            <dd className="whitespace-pre-line">{service[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
