import { useState } from 'react'
import { Button, ButtonLink, IconButton } from '../button'
import { ErrorSummary } from '../error-summary'
import { Choice, Field, FieldGroup, FileInput, PasswordInput, Select, TextArea, TextInput } from '../field'
import { Pager, Pagination, Segments } from '../navigation'

const units = [{ value: '1', label: 'Dinas Kependudukan dan Pencatatan Sipil' }, { value: '2', label: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia' }]

export function ControlParts() {
  const [working, setWorking] = useState(false)
  const [wrong, setWrong] = useState(false)
  return (
    <>
      <section id="tombol" className="sec">
        <h2>Tombol</h2>
        <div className="row">
          <Button look="primary" icon="pen-line" type="button">Tulis topik</Button>
          <Button type="button">Simpan draf</Button>
          <Button type="button" look="quiet" icon="reply">Balas</Button>
          <Button type="button" look="danger" icon="trash-2">Hapus</Button>
          <Button type="button" look="destroy">Hapus topik</Button>
          <Button type="button" working={working} workingLabel="Mengirim…" onClick={() => setWorking(true)}>Kirim balasan</Button>
          <Button type="button" aria-disabled>Kirim</Button><span className="sm muted">Isi judul lebih dulu.</span>
        </div>
        <div className="row mt-3">
          <Button type="button" small look="primary">Daftar</Button>
          <Button type="button" small icon="bell">Mengikuti</Button>
          <Button type="button" small look="quiet" icon="quote">Kutip</Button>
          <ButtonLink href="#tombol" small>Lihat topik belum terjawab (7)</ButtonLink>
          <IconButton icon="bell" label="Pemberitahuan" />
          <IconButton icon="bold" label="Tebal" aria-pressed />
          <IconButton icon="ellipsis" label="Tindakan lain" small />
        </div>
        <div className="mt-6"><Segments label="Urutan" items={[{ label: 'Terbaru', href: '#terbaru', current: true }, { label: 'Belum terjawab', href: '#belum', count: 7 }, { label: 'Konsultasi', href: '#konsultasi', count: 3 }]} /></div>
        <Pagination label="Halaman utas" word="Halaman" current={5} total={12} hrefOf={page => `#halaman-${page}`} />
        <Pager label="Topik lain" newer={{ label: 'Topik lebih baru', href: '#baru' }} older={{ label: 'Topik lebih lama', href: '#lama' }} />
      </section>
      <section id="isian" className="sec">
        <div className="sech"><h2>Isian</h2><Button type="button" small onClick={() => setWrong(!wrong)}>{wrong ? 'Tanpa galat' : 'Dengan galat'}</Button></div>
        <div className="form">
          <ErrorSummary title={count => `Ada ${count} isian yang perlu diperbaiki`} errors={wrong ? [{ text: 'Tulis judul, paling sedikit 12 huruf.', field: 'f-judul' }, { text: 'Pilih siapa yang membaca.', field: 'f-pembaca' }] : []} />
          <div className="two half">
            <div className="form">
              <Field label="Judul" name="judul" hint="Satu kalimat yang menyebut masalahnya." error={wrong ? 'Tulis judul, paling sedikit 12 huruf.' : undefined}><TextInput defaultValue="Blangko" /></Field>
              <Field label="Tanggal selesai" name="tanggal" hint="Misalnya 31 Januari 2027" error="Tanggal selesai harus sesudah 25 November 2026."><TextInput defaultValue="20 November 2026" /></Field>
              <Field label="Unit kerja" name="unit"><Select options={units} empty="Pilih satu" /></Field>
              <Field label="Kata sandi" name="sandi"><PasswordInput show="Tampilkan" hide="Sembunyikan" autoComplete="new-password" /></Field>
            </div>
            <div className="form">
              <Field label="Tentang saya" name="tentang" optional="boleh dikosongkan"><TextArea grows /></Field>
              <Field label="Lampiran" name="lampiran" hint="PDF, gambar, atau lembar kerja, paling besar 10 MB."><FileInput multiple /></Field>
              <FieldGroup label="Siapa yang membaca" name="pembaca" error={wrong ? 'Pilih siapa yang membaca.' : undefined}>
                <Choice type="radio" name="pembaca" value="asn">Dibaca semua ASN</Choice>
                <Choice type="radio" name="pembaca" value="public" hint="Juga tampil di mesin pencari.">Terbuka untuk warga</Choice>
              </FieldGroup>
              <FieldGroup label="Jenis"><Choice name="jenis" value="artikel" count={9} defaultChecked>Artikel</Choice><Choice name="jenis" value="topik" count={14}>Topik</Choice></FieldGroup>
              <Field label="NIP" name="nip" hint="Hanya Anda dan petugas kepegawaian yang melihatnya."><TextInput readOnly defaultValue="198910102015031909" /></Field>
            </div>
          </div>
        </div>
      </section>
    </>
  )
}
