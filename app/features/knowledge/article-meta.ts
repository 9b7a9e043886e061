import type { MetaDescriptor } from '@remix-run/node'
import type { Locale } from '~/platform/viewer'
import type { ArticlePage } from './article-page.queries.server'
import { articlePath } from './paths'

/** Title, canonical address, and for public articles Open Graph and structured data. */
export function articleMeta(page: ArticlePage, origin: string, locale: Locale): MetaDescriptor[] {
  const canonical = origin + articlePath(page)
  const base: MetaDescriptor[] = [{ title: `${page.title} · Balai` }, { name: 'description', content: page.summary }, { tagName: 'link', rel: 'canonical', href: canonical }]
  if (page.audience !== 'public' || page.obsolete) return [...base, { name: 'robots', content: 'noindex' }]
  return [
    ...base,
    { property: 'og:type', content: 'article' }, { property: 'og:title', content: page.title }, { property: 'og:description', content: page.summary }, { property: 'og:url', content: canonical },
    { property: 'og:site_name', content: 'Balai' }, { property: 'og:locale', content: locale === 'id' ? 'id_ID' : 'en_GB' },
    { property: 'article:published_time', content: new Date(page.publishedAt).toISOString() }, { property: 'article:modified_time', content: new Date(page.approvedAt).toISOString() },
    {
      'script:ld+json': {
        '@context': 'https://schema.org', '@type': page.kind === 'HOW_TO' ? 'TechArticle' : 'Article', headline: page.title, url: canonical, description: page.summary, inLanguage: 'id',
        datePublished: new Date(page.publishedAt).toISOString(), dateModified: new Date(page.approvedAt).toISOString(), author: page.authors.map(one => ({ '@type': 'Person', name: one.name })), keywords: page.tags.join(', '),
      },
    },
  ]
}
