import { formatMoment } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { NoteBar } from '~/ui/marks'
import type { NoteView } from '../../sessions-views'

/** Notes with whose eyes they are for: "Hanya Anda" or "Bersama". */
export function NoteList({ notes, edit = false }: { notes: readonly NoteView[]; edit?: boolean }) {
  const t = useT('sessions')
  const tongue = useTongue()
  return (
    <div className="stack">
      {notes.map(note => (
        <NoteBar key={note.id} tone={note.shared ? 'sea' : 'plain'}>
          <b className="b">{t(note.shared ? 'notes.shared' : 'notes.private')}</b>
          {note.shared ? <span className="xs faint"> · {note.mine ? t('notes.you') : note.author}, {formatMoment(note.at, tongue)}</span> : <span className="xs faint"> · {formatMoment(note.at, tongue)}</span>}
          <p className="whitespace-pre-line break-words">{note.text}</p>
          {edit && note.mine ? <p className="xs mt-2"><a className="link" href={`/mentoring/catatan/${note.id}`}>{t('notes.edit')}</a></p> : null}
        </NoteBar>
      ))}
    </div>
  )
}
