import type pg from 'pg'
import { chance } from '../random'
import { insertRows, personColumns, takeIds, type Row } from '../rows'
import { family, places } from './themes'

const given = ['Sabar', 'Maruli', 'Poltak', 'Binsar', 'Ridwan', 'Faisal', 'Dedi', 'Rahmat', 'Joko', 'Budi', 'Wahyu', 'Arif', 'Famoni', 'Edison', 'Andika', 'Fadli', 'Sondang', 'Rinto', 'Hotman', 'Zainal', 'Benny', 'Riama', 'Tiominar', 'Rosmawati', 'Hotmaida', 'Lestari', 'Nurlela', 'Wardah', 'Marlina', 'Sumiati', 'Retno', 'Wulan', 'Kartini', 'Novita', 'Yanti', 'Adelina', 'Rina', 'Putri', 'Aminah', 'Cahaya', 'Vera', 'Santi', 'Nuraini', 'Intan', 'Gabriel', 'Samuel', 'Yohana', 'Agnes', 'Siska', 'Robert']
const middle = ['', '', '', 'Adi', 'Surya', 'Maria', 'Nauli', 'Hasian', 'Putra', 'Dewi', 'Utama', 'Ruth', 'Haposan', 'Laila']
const posts = ['Pengadministrasi Perkantoran', 'Penelaah Teknis Kebijakan', 'Perencana Ahli Pertama', 'Arsiparis Terampil', 'Pranata Komputer Terampil', 'Operator Layanan Operasional']

/** Who may write on a list of topics. */
export interface Crowd {
  asn: readonly number[]
  all: readonly number[]
}

export interface Shelf {
  categoryId: number
  audience: string
  writers: readonly number[]
}

/** More people: two in three are civil servants of the units there are, the others citizens. They share the demonstration's password. */
export async function writeCrowd(client: pg.PoolClient, count: number, seed: number, passwordHash: string): Promise<Crowd> {
  const random = chance(seed ^ 0x9e09)
  const units = (await client.query<{ id: number }>('select id from org_unit where valid_to is null order by id')).rows
  const ids = await takeIds(client, 'person', count)
  const now = Date.now()
  const rows: Row[] = ids.map((id, place) => {
    const asn = units.length > 0 && place % 3 < 2
    const name = [random.pick(given), random.pick(middle), random.pick(family)].filter(Boolean).join(' ')
    return {
      id, kind: asn ? 'ASN' : 'CITIZEN', name, slug: `${name.toLowerCase().replaceAll(' ', '-')}-${id}`, email: `orang${id}@beban.example`, email_verified_at: new Date(now), password_hash: passwordHash,
      title_before: '', title_after: '', salutation: '', about: '', expertise: [], place: asn ? '' : `Kelurahan ${random.pick(places)}`, public_fields: ['position', 'place'],
      employment_kind: asn ? 'PNS' : null, grade: asn ? 'III/a' : '', sex: null, unit_id: asn ? random.pick(units).id : null, position_name: asn ? random.pick(posts) : '', partner_org_id: null,
      read_before: new Date(now - 7 * 86_400_000), created_at: new Date(now - 800 * 86_400_000), updated_at: new Date(now),
    }
  })
  await insertRows(client, 'person', { id: 'int', ...personColumns }, rows)
  const { rows: people } = await client.query<{ id: number; asn: boolean }>(`select id, kind = 'ASN' as asn from person where closed_at is null order by id`)
  return { asn: people.filter(person => person.asn).map(person => person.id), all: people.map(person => person.id) }
}

/** Categories everybody or all civil servants read; rooms of single units stay as they are. */
export async function shelvesOf(client: pg.PoolClient, crowd: Crowd): Promise<Shelf[]> {
  const { rows } = await client.query<{ id: number; audience: string }>(`select id, audience from category where archived_at is null and audience in ('public', 'asn') order by sort_order, id`)
  return rows.map(row => ({ categoryId: row.id, audience: row.audience, writers: row.audience === 'asn' ? crowd.asn : crowd.all })).filter(shelf => shelf.writers.length > 0)
}
