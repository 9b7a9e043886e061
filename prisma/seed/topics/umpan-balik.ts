import type { TopicSeed } from '../shape'

export const umpanBalik: readonly TopicSeed[] = [
  {
    in: 'kinerja-dan-karier', kind: 'FEEDBACK', by: 'junaidi', title: 'Telaahan staf saya dikembalikan dua kali, mohon dibaca', tags: ['telaahan-staf', 'menulis'], days: [3, 0.05], thanks: 4,
    text: 'Saya menulis telaahan tentang pemindahan jam loket kelurahan. Susunannya: latar belakang satu halaman, dasar hukum setengah halaman, lalu tiga pilihan dan saran. Dua kali kembali dengan catatan “belum tajam”.\n\nYang sudah saya ubah: saran pindah ke paragraf pertama, dan tiap pilihan kini memuat biaya.',
    replies: [
      ['melva', 'Mulailah dengan kalimat yang dapat langsung disetujui: apa yang diputuskan, mulai kapan, berapa biayanya. Sisanya alasan.', { thanks: 6, agree: 3 }],
      ['dewi', 'Latar belakang satu halaman terlalu panjang untuk keputusan sekecil jam loket. Tiga kalimat cukup; data antrean jadikan lampiran.', { to: 2, thanks: 5, agree: 4 }],
      ['junaidi', 'Jadi dasar hukumnya saya taruh di lampiran juga?', { to: 3 }],
      ['roslina', 'Satu kalimat saja di badan surat. Pimpinan bertanya “boleh atau tidak”, bukan pasal berapa.', { to: 4, thanks: 7 }],
    ],
  },
]
