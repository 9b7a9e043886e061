import { search } from '~/features/search/search.server'
import { Unavailable } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import { topicPath } from './paths'
import { listTopicTitles } from './topics.queries.server'

export interface SimilarTopic {
  id: number
  title: string
  url: string
}

const MOST = 5

/** The words of a title that say most: the longest, as they stand. */
function telling(title: string, most: number): string {
  const words = [...new Set(title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])]
  const kept = new Set([...words].sort((a, b) => b.length - a.length).slice(0, most))
  return words.filter(word => kept.has(word)).join(' ')
}

async function found(viewer: Viewer, text: string): Promise<number[]> {
  if (text === '') return []
  const { hits } = await search(viewer, { text, kinds: ['topic'] })
  return hits.flatMap(hit => (hit.id.startsWith('topic:') ? [Number(hit.id.slice('topic:'.length))] : []))
}

/** Topics the viewer may read that may be about the same as a title; first by its five most telling words, then by two. None while search is too busy. */
export async function findSimilar(viewer: Viewer, title: string): Promise<SimilarTopic[]> {
  const words = title.slice(0, 150)
  try {
    const ids = await found(viewer, telling(words, 5))
    const more = ids.length >= 3 ? [] : await found(viewer, telling(words, 2))
    const chosen = [...new Set([...ids, ...more])].slice(0, MOST)
    const topics = await listTopicTitles(viewer, chosen)
    return chosen.flatMap(id => {
      const topic = topics.get(id)
      return topic ? [{ id, title: topic.title, url: topicPath(topic) }] : []
    })
  } catch (error) {
    if (error instanceof Unavailable) return []
    throw error
  }
}
