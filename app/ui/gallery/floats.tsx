import { useState } from 'react'
import { Button, ButtonLink } from '../button'
import { Dialog } from '../dialog'
import { ErrorPage } from '../error-page'
import { Icon } from '../icon'
import { EmptyState, LongJob, Skeleton } from '../marks'
import { Menu } from '../menu'
import { Avatar } from '../person'
import { LivePill } from '../thread'
import { ToastRegion, useToast } from '../toast'

export function FloatParts() {
  return (
    <ToastRegion label="Pesan sekilas" closeLabel="Tutup pesan">
      <Floats />
      <States />
    </ToastRegion>
  )
}

function Floats() {
  const [asking, setAsking] = useState(false)
  const [pill, setPill] = useState(false)
  const toast = useToast()
  return (
    <section id="melayang" className="sec">
      <h2>Yang melayang</h2>
      <div className="row">
        <Menu summaryClass="btn" side="start" summary={<><Icon name="ellipsis" />Tindakan lain</>}>
          <a className="mi" href="#ubah"><Icon name="pencil" />Ubah</a>
          <a className="mi" href="#salin"><Icon name="link" />Salin tautan</a>
          <hr />
          <button type="button" className="mi d"><Icon name="trash-2" />Hapus</button>
        </Menu>
        <Button type="button" onClick={() => setAsking(true)}>Tanya sekali</Button>
        <Button type="button" onClick={() => toast.show({ text: 'Balasan terkirim', icon: 'check', act: { label: 'Lihat', href: '#utas' } })}>Pesan sekilas</Button>
        <Button type="button" onClick={() => toast.show({ text: 'Sambungan terputus, mencoba lagi dalam 8 detik', icon: 'wifi-off', sticky: true })}>Sambungan putus</Button>
        <Button type="button" onClick={() => setPill(!pill)}>Balasan baru</Button>
      </div>
      {pill && <LivePill href="#utas" onPress={() => setPill(false)}>2 balasan baru</LivePill>}
      <div className="pop lbox mt-4 w-80" role="listbox" aria-label="Sebut orang">
        <div role="option" aria-selected="true"><Avatar name="Sri Wahyuningsih" size="small" /><span><mark>Sri</mark> Wahyuningsih<small>Kepala Puskesmas Aek Habil</small></span></div>
        <div role="option" aria-selected="false"><Avatar name="Sri Sinaga" size="small" /><span><mark>Sri</mark> Mulyani Sinaga<small>Dukcapil · Operator SIAK</small></span></div>
      </div>
      <Dialog alert open={asking} onClose={() => setAsking(false)} title="Hapus topik dan 13 balasannya?" acts={<><Button autoFocus type="button" onClick={() => setAsking(false)}>Batal</Button><Button look="destroy" type="button" onClick={() => setAsking(false)}>Hapus topik</Button></>}>
        <p className="muted">Sembilan orang menulis di sini. Anda dapat mengurungkan selama 30 hari; setelah itu hilang.</p>
      </Dialog>
    </section>
  )
}

function States() {
  return (
    <section id="keadaan" className="sec">
      <h2>Keadaan</h2>
      <div className="two half">
        <EmptyState heading="h3" title="Semua sudah Anda baca" acts={<ButtonLink small href="#daftar">Lihat topik belum terjawab (7)</ButtonLink>}>Tidak ada yang baru sejak 08.30. Utas yang Anda ikuti akan muncul di sini.</EmptyState>
        <EmptyState heading="h3" title="Belum ada topik di kategori ini" acts={<><ButtonLink small look="primary" href="#utas">Tulis topik</ButtonLink><a className="link sm" href="#daftar">Lihat kategori lain</a></>}>Jadilah yang pertama bertanya atau berbagi pengalaman.</EmptyState>
        <LongJob title="Mengimpor 5.000 pegawai" done="3.120 selesai" percent={62} note={<>Kira-kira 40 detik lagi. Anda boleh meninggalkan halaman ini. <b>7 baris perlu diperiksa.</b></>} acts={<Button small type="button">Hentikan</Button>} />
        <div className="card"><Skeleton label="Memuat" person /></div>
      </div>
      <div className="card mt-6">
        <ErrorPage heading="h3" eyebrow="500" code="kode rujukan 7F2A" title="Ada yang salah di pihak kami" acts={<><ButtonLink look="primary" href="#keadaan">Coba lagi</ButtonLink><ButtonLink href="/">Kembali ke beranda</ButtonLink></>}>
          <p>Tulisan Anda tersimpan sebagai draf. Coba lagi sebentar lagi; petugas sudah menerima kabarnya.</p>
        </ErrorPage>
      </div>
    </section>
  )
}
