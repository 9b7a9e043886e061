import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { translator } from '~/platform/i18n/words'
import { pdfOf } from '~/platform/report/pdf.server'
import { sheetOf } from '~/platform/report/sheet.server'
import type { Cell, Table } from '~/platform/report/table'
import type { Viewer } from '~/platform/viewer'
import type { ConsultationResults } from './results.queries.server'

/** The tables of the results in one language: what the spreadsheet holds and the PDF prints. */
export function resultTables(results: ConsultationResults, viewer: Viewer): Table[] {
  const t = translator(viewer.locale, 'kinds')
  const tongue = { locale: viewer.locale, timeZone: viewer.timeZone, now: Date.now() }
  const { topic, more, participants, verdicts, answers, summary, voters } = results
  const { consultation, poll } = more
  const state = (name: string) => t(`forum:official.state.${name}`)
  const about: Cell[][] = [
    [t('results.title'), topic.title], [t('results.opened'), formatDate(topic.createdAt, tongue)], [t('results.closes'), topic.closesAt ? formatDateTime(topic.closesAt, tongue) : ''],
    [t('consultation.responsible').replace(/:$/, ''), consultation.unit], [t('consultation.summary'), summary], [t('results.made'), formatDateTime(tongue.now, tongue)],
  ]
  return [
    { name: t('results.about'), columns: [t('results.what'), t('results.value')], rows: about },
    { name: t('results.answers'), columns: [t('results.date'), t('verdict.result'), t('heard.unit'), t('results.signer'), t('official.text')], rows: answers.map(one => [formatDate(one.at, tongue), state(one.state), one.unit, [one.name, one.position].filter(Boolean).join(', '), one.text]) },
    { name: t('results.proposals'), columns: [t('verdict.number'), t('results.author'), t('verdict.result'), t('verdict.note'), t('verdict.proposal')], rows: verdicts.map(one => [one.number, one.author, state(one.state), one.note, one.text]) },
    { name: t('results.participants'), columns: [t('results.kind'), t('poll.people'), t('results.responses')], rows: participants.map(one => [t(`forum:personKind.${one.kind}`), one.people, one.responses]), bar: 2 },
    ...(poll ? [{
      name: t('results.poll'), columns: [poll.question, t('poll.people'), t('poll.share')], bar: 2, shareOf: poll.voters ?? 1,
      rows: poll.hidden ? [[t(poll.hidden === 'few' ? 'poll.hiddenFew' : 'poll.hiddenAfterVote'), '', '']] : poll.options.map((option): Cell[] => [option.label, option.votes ?? 0, poll.voters ? Math.round(((option.votes ?? 0) / poll.voters) * 100) / 100 : 0]),
    }] : []),
    ...(voters.length ? [{ name: t('results.voters'), columns: [t('results.author'), t('poll.answer')], rows: voters.map(one => [one.name, one.choices]) }] : []),
  ]
}

export const resultsSheet = (results: ConsultationResults, viewer: Viewer): Promise<Buffer> => sheetOf(resultTables(results, viewer))
export const resultsPdf = (results: ConsultationResults, viewer: Viewer): Promise<Buffer> => pdfOf({ title: results.topic.title, locale: viewer.locale, tables: resultTables(results, viewer) })
