import type { LivePost, PostView } from '../views'
import type { Inserted, NewPost } from './insert.server'
import type { ReachedForReply } from './reach.server'

/** A post that was written a moment ago, as everybody sees it: what reading it back would give, from what is in hand. */
export function justWritten({ thread, author, voice }: Pick<ReachedForReply, 'thread' | 'author' | 'voice'>, given: NewPost, made: Inserted): LivePost {
  const post: PostView = { id: made.id, number: made.number, authorId: author.id, at: made.at }
  if (made.replyTo !== null) post.replyTo = made.replyTo
  post.html = given.content.html
  if (given.voice && voice !== null) post.voice = { unit: voice, role: given.voice.role }
  return { thread: { ...thread, lastNumber: made.number, postCount: made.postCount }, post, author }
}
