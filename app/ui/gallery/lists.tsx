import { Button } from '../button'
import { Kind, State, Tag } from '../marks'
import { FileRow, ResultRow, TopicRow } from '../rows'
import { BulkBar, Table } from '../table'

export function ListParts() {
  return (
    <section id="daftar" className="sec">
      <h2>Daftar</h2>
      <ul className="list">
        <TopicRow href="#t1" title="Aturan main forum dan cara kerja jawaban resmi" meta={<><Kind icon="megaphone">Pengumuman</Kind><State icon="pin">Disematkan sampai 31 Desember</State></>} last="BKPSDM" lastDetail="Admin" when="2 November" />
        <TopicRow unread href="#t2" title="Cara menyiasati antrean KTP-el pada hari Senin" last="Junaidi Sikumbang" lastDetail="Kel. Pancuran Gerobak" count="13 balasan" when={<a className="new" href="#baru">2 baru</a>}
          meta={<><Kind icon="circle-help">Pertanyaan</Kind><State icon="circle-check" tone="leaf">Terjawab</State><span>Kependudukan</span><Tag href="#tag">antrean</Tag><Tag href="#tag">ktp-el</Tag></>} />
        <TopicRow href="#t3" title="Usulan jadwal pengangkutan sampah di Sibolga Utara" last="Ibu Nursaida" lastDetail="Warga" count="21 balasan" when="12 menit lalu"
          meta={<><Kind icon="landmark">Konsultasi publik</Kind><State icon="stamp" tone="official">Dijawab resmi</State><span>Lingkungan</span><Tag href="#tag">sampah</Tag></>} />
        <TopicRow unread href="#t4" title="Rancangan standar pelayanan surat keterangan kelurahan yang judulnya cukup panjang untuk dua baris: mohon tanggapan" last="Roslina br. Tarigan" lastDetail="Lurah Kota Beringin" count="34 balasan" when={<a className="new" href="#baru">4 baru</a>}
          meta={<><Kind icon="landmark">Konsultasi publik</Kind><State icon="clock">Terbuka 13 hari lagi</State><span>Kependudukan</span></>} />
      </ul>
      <div className="two half mt-8">
        <nav className="cats" aria-label="Kategori">
          <a href="#k1">Belum dibaca<span className="c n">11</span></a>
          <a href="#k2" aria-current="page">Semua topik</a>
          <h3>Forum warga</h3>
          <a href="#k3">Kependudukan<span className="c n">2 baru</span></a>
          <a href="#k4">Perhubungan<span className="c">6</span></a>
        </nav>
        <ul className="plain"><li><a href="#p1">Daftar periksa berkas KTP-el hilang dan rusak</a></li><li><a href="#p2">Ide perbaikan ruang tunggu ramah lansia</a></li></ul>
      </div>
      <ol className="list mt-8">
        <ResultRow href="#h1" title={<>Kutipan kedua <mark>akta kelahiran</mark> yang <mark>hilang</mark> atau rusak</>} meta={<><Kind icon="book-open">Artikel</Kind><State icon="stamp" tone="official">Disahkan</State></>}
          summary={<>Bawa surat kehilangan dari kepolisian, fotokopi KK, dan KTP-el pemohon. Kutipan kedua <mark>akta</mark> diterbitkan dalam tiga hari kerja tanpa biaya.</>} foot="Dukcapil · Pendaftaran penduduk · diperbarui 12 Oktober 2026" />
        <ResultRow href="#h2" title="Standar Pelayanan Dukcapil 2026.pdf" meta={<><Kind icon="file-text">Berkas</Kind><Tag>PDF</Tag></>} summary={<>…pemohon yang <mark>kehilangan akta kelahiran</mark> mengisi formulir F-2.01…</>} foot={<><a className="link" href="#hal">Halaman 14</a> · PDF, 1,8 MB</>} />
      </ol>
      <div className="mt-8"><FileRow href="/berkas/contoh" name="Pembagian hari perekaman per kelurahan" type="xlsx" detail="24 kB · Versi 2, Oktober 2026" act="Unduh" /></div>
      <div className="mt-8">
        <BulkBar count="2 dari 240 dipilih"><Button small type="button">Kirim undangan</Button><Button small look="quiet" type="button">Batal pilih</Button></BulkBar>
        <Table caption="Pegawai dan jam pelajarannya" captionHidden wide columns={[
          { key: 'pilih', narrow: true, label: <span className="vh">Pilih</span> }, { key: 'nama', label: 'Nama', sort: { href: '#urut', now: 'ascending' } }, { key: 'unit', label: 'Unit' },
          { key: 'nip', label: 'NIP' }, { key: 'jp', label: 'JP', number: true }, { key: 'keadaan', label: 'Keadaan' }]}>
          <tbody>
            <tr className="sel"><td><input type="checkbox" defaultChecked aria-label="Pilih Bambang Setiawan" /></td><th scope="row">Bambang Setiawan</th><td>Dinas PUPR</td><td>1989••••••••••1909</td><td className="n">8</td><td><State icon="clock">belum diundang</State></td></tr>
            <tr className="sel"><td><input type="checkbox" defaultChecked aria-label="Pilih Debora Sinaga" /></td><th scope="row">Debora Sinaga</th><td>Dinas Lingkungan Hidup</td><td>1993••••••••••2917</td><td className="n">21,5</td><td><State icon="circle-check" tone="leaf">terpenuhi</State></td></tr>
            <tr><td><input type="checkbox" aria-label="Pilih Liana Wijaya" /></td><th scope="row">Liana Wijaya</th><td>RSUD Dr. F. L. Tobing</td><td>1992••••••••••2914</td><td className="n">16</td><td><State icon="clock">berjalan</State></td></tr>
          </tbody>
        </Table>
      </div>
    </section>
  )
}
