import type { ActName } from './kinds'
import type { MaterialAct } from './formats'

/** The facts this room records. Reasons and words of people stay in the record of the article. */
declare module '~/platform/events/events.server' {
  interface EventMap {
    /** something was done with an article; `public` when its readers see something else now */
    'knowledge.article.acted': { articleId: number; collectionId: number; act: ActName; revision: number | null; public: boolean; actId: number }
    /** a reader said what is wrong, or why it did not help */
    'knowledge.article.noted': { articleId: number; noteId: number }
    /** whoever wrote a remark is told that it was looked at */
    'knowledge.note.closed': { articleId: number; noteId: number }
    /** the day by which it is to be checked comes near, or has come; `by` is that day */
    'knowledge.article.due': { articleId: number; by: string; overdue: boolean }
    /** a file or a video, or its words; `public` when its readers see something else now */
    'knowledge.material.changed': { materialId: number; public: boolean; what: MaterialAct }
    'knowledge.article.thanked': { articleId: number }
    /** somebody asked for an article, took it on, gave it back, or it is done; `closed` without an article */
    'knowledge.request.changed': { requestId: number; what: 'asked' | 'taken' | 'released' | 'done' | 'closed' }
    /** the owner left or works elsewhere: who takes these pages? `headId` of the unit is asked */
    'knowledge.articles.orphaned': { ownerId: number; unitId: number; headId: number; articleIds: number[] }
    /** a reviewer's words about a text, or an answer to them */
    'knowledge.review.commented': { articleId: number; commentId: number }
    /** `audience` is true when the readers of its articles changed with it */
    'knowledge.collection.changed': { collectionId: number; audience: boolean }
  }
}

export {}
