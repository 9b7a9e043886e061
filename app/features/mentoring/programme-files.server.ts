import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { translator } from '~/platform/i18n/words'
import { pdfOf } from '~/platform/report/pdf.server'
import { sheetOf } from '~/platform/report/sheet.server'
import type { Cell, Table } from '~/platform/report/table'
import type { Viewer } from '~/platform/viewer'
import type { ProgrammeHealth } from './health.queries.server'

/** The tables of the programme in one language: what the spreadsheet holds and the PDF prints. */
function tablesOf(health: ProgrammeHealth, viewer: Viewer): Table[] {
  const t = translator(viewer.locale, 'care')
  const tongue = { locale: viewer.locale, timeZone: viewer.timeZone, now: Date.now() }
  const { figures, late, silent, load, waiting } = health
  const sums: Cell[][] = [
    [t('figure.made'), formatDateTime(tongue.now, tongue)], [t('figure.asked'), figures.asked], [t('figure.answered'), figures.answered], [t('figure.open'), figures.open], [t('figure.running'), figures.running],
    [t('figure.finished'), figures.finished], [t('figure.ended'), figures.ended], [t('figure.hours'), Math.round(figures.minutes / 6) / 10],
    [t('figure.satisfaction'), figures.satisfaction ?? t('figure.tooFew')], [t('figure.ratings'), figures.ratings], [t('figure.silentMentors'), figures.silentMentors],
  ]
  return [
    { name: t('health.figures'), columns: [t('health.what'), t('health.value')], rows: sums },
    { name: t('health.late'), columns: [t('column.since'), t('column.offer'), t('column.mentor'), t('column.learner'), t('column.due')], rows: late.map(one => [formatDate(one.at, tongue), one.title, one.mentor, one.learner, formatDate(one.dueAt, tongue)]) },
    { name: t('health.silent'), columns: [t('column.lastSign'), t('column.pair'), t('column.mentor'), t('column.learners')], rows: silent.map(one => [formatDate(one.lastSignAt, tongue), one.title, one.mentor, one.learners.join(', ')]) },
    { name: t('health.load'), columns: [t('column.mentor'), t('column.taken'), t('column.capacity'), t('column.waiting')], rows: load.map(one => [one.name, one.taken, one.capacity, one.waiting]), bar: 2 },
    { name: t('health.waiting'), columns: [t('column.since'), t('column.learner'), t('column.goal'), t('column.tags')], rows: waiting.map(one => [formatDate(one.at, tongue), one.learner, one.goal, one.tags.join(', ')]) },
  ]
}

export const programmeSheet = (health: ProgrammeHealth, viewer: Viewer): Promise<Buffer> => sheetOf(tablesOf(health, viewer))
export const programmePdf = (health: ProgrammeHealth, viewer: Viewer): Promise<Buffer> => pdfOf({ title: translator(viewer.locale, 'care')('health.title'), locale: viewer.locale, tables: tablesOf(health, viewer) })
