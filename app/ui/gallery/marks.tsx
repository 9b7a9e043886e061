import { Icon } from '../icon'
import { iconNames } from '../icons/names'
import { Mark, SongketBand } from '../mark'
import { Card, Kind, Meter, NoteBar, State, Tag, Time } from '../marks'
import { Avatar, PersonLine } from '../person'

export function MarkParts() {
  return (
    <section id="tanda" className="sec">
      <h2>Tanda kecil</h2>
      <div className="stack">
        <div className="row"><Mark /><b>Balai</b><SongketBand className="w-40" /></div>
        <div className="row"><Tag href="#tanda">antrean</Tag><Tag>ktp-el</Tag><Kind icon="circle-help">Pertanyaan</Kind><Kind icon="landmark">Konsultasi publik</Kind><Kind icon="notebook-pen">Pengalaman</Kind></div>
        <div className="row">
          <State icon="circle-check" tone="leaf">Terjawab</State><State icon="stamp" tone="official">Dijawab resmi</State>
          <State icon="clock" tone="red">Lewat tenggat</State><State icon="lock">Ditutup</State>
          <a className="new" href="#tanda">2 baru</a><span className="live">7 utas aktif hari ini</span>
          <Time at="2026-11-21T08:33:00+07:00" title="21 November 2026, 08.33 WIB">12 menit lalu</Time>
        </div>
        <div className="row">
          <span className="person"><Avatar name="Nurhayati Chaniago" /><PersonLine name="Nurhayati Chaniago" href="#tanda" detail="Kepala Bidang Pelayanan Pendaftaran Penduduk · Dukcapil" /></span>
          <span className="person"><Avatar name="Ratna Zega" kind="citizen" /><PersonLine name="Ibu Ratna Zega" detail="Warga · Kelurahan Pasar Belakang" /></span>
          <span className="person"><Avatar name="Bank Sumut" kind="partner" /><PersonLine name="Marolop Hutabarat" detail="Mitra · Bank Sumut Cabang Sibolga" /></span>
          <span className="person"><Avatar name="Lingkungan Hidup" kind="official" /><PersonLine name="Dinas Lingkungan Hidup" detail="Jawaban resmi" /></span>
          <span className="person"><Avatar name="?" kind="pseudonym" /><PersonLine name="Peserta Teduh" detail="Nama samaran di topik ini · ASN" state={<State icon="venetian-mask">Anonim</State>} /></span>
        </div>
        <div className="row"><Avatar name="Nurhayati Chaniago" size="small" /><Avatar name="Ratna Zega" kind="citizen" size="small" /><Avatar name="Nurhayati Chaniago" size="large" /></div>
        <NoteBar>Pengumuman biasa. <b>Tebal bila perlu.</b></NoteBar>
        <NoteBar tone="sea">Ada dua topik baru. <a className="link" href="#tanda">Tampilkan</a></NoteBar>
        <NoteBar tone="leaf" href="#tanda"><State icon="circle-check" tone="leaf">Jawaban diterima</State> di <b>#4</b> oleh Nurhayati Chaniago: “Bagi kedatangan menurut kelurahan…”</NoteBar>
        <NoteBar tone="official">Jawaban resmi Dinas Lingkungan Hidup, 20 November 2026.</NoteBar>
        <NoteBar tone="red">Tautan ini sudah tidak berlaku.</NoteBar>
        <div className="two half">
          <Card><h3>Kartu</h3><p className="muted">Paling banyak tiga di satu halaman.</p></Card>
          <Card href="#tanda"><h3>Kartu yang menuju</h3><p className="muted">Seluruhnya satu tautan.</p></Card>
        </div>
        <div><Meter parts={[62, 14, 8]} label="12,4 JP selesai, 2,8 berjalan, 1,6 direncanakan" /><p className="sm muted mt-2">12,4 JP selesai, 2,8 berjalan, 1,6 direncanakan</p></div>
        <details><summary>Semua ikon ({iconNames.length})</summary><ul className="row mt-3 xs faint">{iconNames.map(name => <li key={name} className="w-32"><Icon name={name} /> {name}</li>)}</ul></details>
      </div>
    </section>
  )
}
