import type { MetaDescriptor } from '@remix-run/node'
import type { Locale } from '~/platform/viewer'
import { topicPagePath } from './paths'
import type { TopicPage } from './views'

const plain = (html: string | undefined) => (html ?? '').replace(/<[^>]+>/g, ' ').replace(/&(?:amp|#x26);/g, '&').replace(/&[a-z#\d]+;/g, ' ').replace(/\s+/g, ' ').trim()

/** Title, canonical address, and for public topics Open Graph and structured data. */
export function topicMeta({ topic, posts, authors, page, pages }: TopicPage, origin: string, locale: Locale): MetaDescriptor[] {
  const canonical = origin + topicPagePath(topic, page)
  const title = `${topic.title}${page > 1 ? ` (${page})` : ''} · Balai`
  const description = plain(posts[0]?.html?.slice(0, 800)).slice(0, 200)
  const base: MetaDescriptor[] = [{ title }, { name: 'description', content: description }, { tagName: 'link', rel: 'canonical', href: canonical }]
  if (topic.audience !== 'public' || topic.unlisted) return [...base, { name: 'robots', content: 'noindex' }]
  return [
    ...base,
    ...(page > 1 ? [{ tagName: 'link', rel: 'prev', href: origin + topicPagePath(topic, page - 1) }] : []),
    ...(page < pages ? [{ tagName: 'link', rel: 'next', href: origin + topicPagePath(topic, page + 1) }] : []),
    { tagName: 'link', rel: 'alternate', type: 'application/rss+xml', href: `/forum/t/${topic.id}/rss.xml` },
    { property: 'og:type', content: 'article' },
    { property: 'og:title', content: topic.title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: canonical },
    { property: 'og:site_name', content: 'Balai' },
    { property: 'og:locale', content: locale === 'id' ? 'id_ID' : 'en_GB' },
    { property: 'article:published_time', content: new Date(topic.createdAt).toISOString() },
    {
      'script:ld+json': {
        '@context': 'https://schema.org', '@type': 'DiscussionForumPosting', headline: topic.title, url: canonical, datePublished: new Date(topic.createdAt).toISOString(),
        author: { '@type': 'Person', name: authors[topic.authorId]?.name ?? topic.authorName }, commentCount: Math.max(0, topic.postCount - 1), text: description,
      },
    },
  ]
}
