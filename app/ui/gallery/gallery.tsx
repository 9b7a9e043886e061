import { Breadcrumbs } from '../navigation'
import { ControlParts } from './controls'
import { FloatParts } from './floats'
import { ListParts } from './lists'
import { MarkParts } from './marks'
import { ThreadParts } from './thread'

const parts = [['warna', 'Warna'], ['tanda', 'Tanda kecil'], ['tombol', 'Tombol'], ['isian', 'Isian'], ['daftar', 'Daftar'], ['utas', 'Utas'], ['melayang', 'Yang melayang'], ['keadaan', 'Keadaan']] as const

/** Every part in all its states, for the people who build and check the house. Its sample words are Indonesian only. */
export function Gallery() {
  return (
    <div lang="id">
      <Breadcrumbs label="Letak halaman ini" items={[{ label: 'Balai', href: '/' }, { label: 'Bagian-bagian' }]} />
      <div className="pagehead">
        <div>
          <h1>Bagian-bagian</h1>
          <p>Semua bagian sistem desain dalam semua keadaannya. Contoh di sini fiktif.</p>
        </div>
      </div>
      <div className="lead">
        <nav className="cats stick pc" aria-label="Bagian">
          {parts.map(([id, label]) => <a key={id} href={`#${id}`}>{label}</a>)}
        </nav>
        <div>
          <Colours />
          <MarkParts />
          <ControlParts />
          <ListParts />
          <ThreadParts />
          <FloatParts />
        </div>
      </div>
    </div>
  )
}

const swatches = [
  'paper', 'surface', 'sunken', 'line', 'control', 'ink', 'ink-2', 'ink-3', 'sea', 'sea-hover', 'sea-text', 'sea-tint', 'sea-line', 'gold', 'gold-text', 'gold-tint',
  'leaf', 'leaf-tint', 'red', 'red-tint', 'mark', 'focus', 'gap-m3', 'gap-m2', 'gap-m1', 'gap-0', 'gap-p1', 'gap-p2', 's-1', 's-2', 's-3', 's-4', 's-5',
]

function Colours() {
  return (
    <section id="warna">
      <h2>Warna dan huruf</h2>
      <ul className="row mt-3">
        {swatches.map(name => (
          <li key={name} className="xs faint w-20">
            <svg className="block h-9 w-full" aria-hidden="true"><rect width="100%" height="100%" rx="8" fill={`var(--color-${name})`} stroke="var(--color-line)" /></svg>
            {name}
          </li>
        ))}
      </ul>
      <div className="stack mt-6">
        <p className="text-2xl font-semibold">Judul halaman 29/34</p>
        <p className="text-xl font-semibold">Judul besar 23/29</p>
        <p className="text-lg font-semibold">Judul bagian 19/24</p>
        <p className="text-prose">Yang ditulis orang 16,5/28: <a className="link" href="#warna">tautan</a>, <mark>sorotan</mark>, <code>kode</code>.</p>
        <p>Antarmuka 15/24. <span className="sm muted">Sekunder 13,5/22.</span> <span className="xs faint">Keterangan 12,5/20.</span></p>
      </div>
    </section>
  )
}
