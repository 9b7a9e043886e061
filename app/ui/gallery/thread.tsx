import { Button, IconButton } from '../button'
import { SongketBand } from '../mark'
import { State } from '../marks'
import { Avatar, PersonLine } from '../person'
import { Diff } from '../prose'
import { FileRow } from '../rows'
import { NewLine, Post, PostNote, Reaction, ReadRail, Steps, TypingLine } from '../thread'

const short = '<p>Saya yang ikut antre minggu lalu. Kami tidak tahu bahwa hari lain boleh. Papan di depan hanya menulis “Senin, perekaman”. <a class="at" href="#orang">@Nurhayati</a></p>'
const long = `<blockquote><cite>Ibu Ratna Zega di <a href="#p2">#2</a></cite><p>Papan di depan hanya menulis “Senin, perekaman”.</p></blockquote>
<p>Terima kasih, Bu Ratna, itu petunjuk yang kami perlukan. Yang berhasil di tiga kelurahan sejak Agustus:</p>
<ol><li>Bagi kedatangan menurut kelurahan, umumkan <strong>Jumat sore</strong> di papan dan grup RT.</li><li>Sisakan dua puluh nomor untuk <em>lansia</em> dan yang datang dari pulau.</li></ol>
<h2>Daftar periksa</h2><ul class="checklist"><li class="done"><span class="tick">☑</span> Papan diganti</li><li><span class="tick">☐</span> Grup RT diberi tahu</li></ul>
<pre><code>select kelurahan, count(*) from antrean group by 1</code></pre>
<div class="scroll" tabindex="0"><table><tbody><tr><th>Hari</th><th>Kelurahan</th></tr><tr><td>Senin</td><td>Kota Beringin, Pasar Baru</td></tr></tbody></table></div><hr><p>Rata-rata tunggu turun dari 95 menjadi 35 menit. <a href="https://dukcapil.kemendagri.go.id">Sumber</a></p>`

function Acts() {
  return (
    <>
      <Reaction icon="heart-handshake" pressed={false} count={14}>Terima kasih</Reaction>
      <Reaction icon="thumbs-up" pressed count={9}>Setuju</Reaction>
      <Button small look="quiet" icon="reply" type="button">Balas</Button>
      <Button small look="quiet" icon="quote" type="button" className="pc">Kutip</Button>
      <IconButton small icon="ellipsis" label="Tindakan lain" />
    </>
  )
}

export function ThreadParts() {
  return (
    <section id="utas" className="sec">
      <h2>Utas</h2>
      <section className="official" aria-label="Jawaban resmi">
        <SongketBand />
        <div>
          <div className="official-head"><Avatar name="Lingkungan Hidup" kind="official" /><PersonLine name="Jawaban resmi Dinas Lingkungan Hidup" detail="Togar Pasaribu, Kepala Dinas · Jumat, 20 November 2026" /><State icon="stamp" tone="official">Diterima sebagian</State></div>
          <div className="prose mt-4"><p><b>Mulai 1 Desember, Jalan Ketapang dan Angin Nauli diangkut setiap hari, pukul 05.30–07.00.</b> Armada kami cukup untuk itu.</p></div>
          <div className="mt-5"><Steps items={[{ label: 'Dipertimbangkan', detail: '15 Nov', state: 'done' }, { label: 'Diterima sebagian', detail: '20 Nov', state: 'now' }, { label: 'Dilaksanakan', detail: 'mulai 1 Des', state: 'ahead' }, { label: 'Ditinjau ulang', detail: '2 Mar 2027', state: 'ahead' }]} /></div>
        </div>
      </section>
      <div className="two rail-side mt-6">
        <div>
          <Post id="p2" label="Balasan 2 dari Ibu Ratna Zega" avatar={<Avatar name="Ratna Zega" kind="citizen" />} who={<PersonLine name="Ibu Ratna Zega" detail="Warga · Kelurahan Pasar Belakang" />} meta={<>Kamis, 09.40 · <a href="#p2">#2</a></>} html={short} acts={<Acts />} />
          <PostNote id="p3" number={3} hidden><b>Balasan #3 disembunyikan moderator.</b> Alasan: memuat nomor kependudukan orang lain. <a className="link" href="#aturan">Aturan forum, butir 4</a></PostNote>
          <Post id="p4" label="Balasan 4 dari Nurhayati Chaniago" accepted={<>Jawaban diterima<span>dipilih Junaidi Sikumbang, Kamis 14.20</span></>} avatar={<Avatar name="Nurhayati Chaniago" />} who={<PersonLine name="Nurhayati Chaniago" detail="Kepala Bidang Pelayanan Pendaftaran Penduduk · Dukcapil" />} meta={<>Kamis, 11.05 · <a href="#p4">#4</a></>} html={long}
            files={<FileRow href="/berkas/contoh" name="Pembagian hari perekaman per kelurahan" type="xlsx" detail="24 kB" act="Unduh" />} acts={<Acts />} />
          <NewLine>Belum Anda baca</NewLine>
          <Post fresh id="p5" label="Balasan 5 dari Peserta Teduh" avatar={<Avatar name="?" kind="pseudonym" />} who={<PersonLine name="Peserta Teduh" detail="Nama samaran di topik ini · ASN" state={<State icon="venetian-mask">Anonim</State>} />} meta={<>Jumat, 07.55 · <a href="#p5">#5</a></>} html={short} acts={<Acts />} />
          <PostNote id="p6" number={6}>Penulis menghapus balasan ini. <a className="link" href="#urung">Urungkan (29 hari)</a></PostNote>
          <TypingLine>Roslina sedang menulis</TypingLine>
          <button type="button" className="replybar"><Avatar name="Nurhayati Chaniago" size="small" /><span>Balas Junaidi Sikumbang dan 8 orang lain</span><span className="btn p sm">Balas</span></button>
          <form className="comp mt-4" onSubmit={event => event.preventDefault()}>
            <p className="to">Membalas <b>Ibu Ratna Zega</b> di #2</p>
            <textarea className="tx" aria-label="Balasan" defaultValue="Sejak September blangko habis sekitar tanggal 25." />
            <div className="bar"><IconButton icon="bold" label="Tebal" aria-pressed /><IconButton icon="list" label="Daftar" /><IconButton icon="link" label="Tautan" /><span className="sp" /><span className="draft">Draf tersimpan 08.33</span><Button look="primary" small>Kirim balasan</Button></div>
          </form>
        </div>
        <aside className="side full-h">
          <ReadRail label="Letak bacaan" start={<b>Kamis, 19 November</b>} end="Hari ini, 08.31" at={62} now="11 dari 13" unread="2 belum dibaca" href="#p5" tick={{ at: 28, label: 'jawaban #4', href: '#p4' }}>
            <hr /><p>Sedang di sini</p>
            <div className="avs mt-1"><Avatar name="Roslina Tarigan" size="small" /><Avatar name="Abdul Rahman" size="small" /></div>
          </ReadRail>
        </aside>
      </div>
      <h3 className="mt-6">Perubahan kata</h3>
      <Diff paragraphs={[[{ text: 'Loket buka ' }, { text: 'Senin sampai Kamis', change: 'removed' }, { text: 'setiap hari kerja', change: 'added' }, { text: ', pukul 08.00 sampai 14.00.' }]]} />
    </section>
  )
}
