import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readPhrase, readText } from '../../../server/features/replies/read-text.ts';

/** What guests might write, with what they mean by it. */
const said = readFileSync(join(import.meta.dirname, 'phrases.tsv'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split('\t'))
  .map(([kind = '', phrase = '']) => ({ kind, phrase }));

/** What mail programs put below a reply, in three languages. */
const quotes: Record<string, string> = {
  'our marker':
    '##- Xin trả lời phía trên dòng này / Please reply above this line -##\n\nTrả lời CÓ hoặc KHÔNG',
  'a quoted marker': '> ##- Please reply above this line -##\n> Reply NO to decline',
  'Gmail in English': 'On Mon, Nov 23, 2026 at 10:00 AM BTC <rsvp@example.org> wrote:\n\n> Không tham dự',
  'Gmail in English, broken':
    'On Mon, Nov 23, 2026 at 10:00 AM Ban tổ chức Hội nghị khách hàng <\nrsvp+0123456789abcdef0123456789abcdef@events.example.org> wrote:\n\n> No',
  'Gmail in Vietnamese':
    'Vào Th 2, 23 thg 11, 2026 vào lúc 10:00 Ban tổ chức <rsvp@example.org> đã viết:\n\n> Không',
  'Gmail in Vietnamese, broken':
    'Vào Th 2, 23 thg 11, 2026 vào lúc 10:00 Ban tổ chức <rsvp@example.org> đã\nviết:\n\n> Không',
  'Gmail in Russian': 'пн, 23 нояб. 2026 г. в 10:00, Оргкомитет <rsvp@example.org>:\n\n> Нет',
  'Outlook in English':
    'From: BTC <rsvp@example.org>\nSent: Monday, November 23, 2026 10:00\nTo: Khách\nSubject: Thư mời\n\nKhông tham dự',
  'Outlook in Vietnamese':
    'Từ: BTC <rsvp@example.org>\nĐã gửi: Thứ Hai, 23 Tháng Mười Một 2026 10:00\nĐến: Khách\nChủ đề: Thư mời\n\nTrả lời CÓ hoặc KHÔNG',
  'Outlook in Russian':
    'От: Оргкомитет <rsvp@example.org>\nОтправлено: 23 ноября 2026 г. 10:00\nКому: Гость\nТема: Приглашение\n\nНет',
  'Outlook with a line': '________________________________\nFrom: BTC\nSent: today\n\nNo',
  'Outlook of old': '-----Original Message-----\nFrom: BTC\n\nNo',
  'Apple in Vietnamese': 'Vào 10:00, 23 thg 11, 2026, BTC <rsvp@example.org> đã viết:\n> Không',
  'Apple in Russian': '23 нояб. 2026 г., в 10:00, Оргкомитет <rsvp@example.org> написал(а):\n> Нет',
  'Yahoo in Vietnamese':
    'Vào Thứ Hai, 23 tháng 11, 2026 lúc 10:00:00 GMT+7, BTC <rsvp@example.org> đã viết:\n\nKhông',
  Thunderbird: 'On 11/23/26 10:00, BTC wrote:\n> No',
  'Thunderbird in Vietnamese': 'Vào 23/11/2026 10:00, BTC đã viết:\n> Không',
  'Thunderbird in Russian': '23.11.2026 10:00, Оргкомитет пишет:\n> Нет',
  'a plain quote': '> Trả lời KHÔNG nếu không dự được',
};

const signatures = [
  '-- \nNguyễn Văn A',
  'Sent from my iPhone',
  'Đã gửi từ iPhone của tôi',
  'Отправлено с iPhone',
  'Get Outlook for iOS',
  'Gửi từ iPhone của tôi',
  'Отправлено из мобильной Почты Mail',
  '--\nИванов И. И.\nдиректор',
  '________________\nTrần Văn B\nGiám đốc',
];

describe('a short reply', () => {
  it('is never taken for its opposite, and at least 85 of 100 need nobody to read them', () => {
    const below = Object.values(quotes).flatMap((quote) =>
      ['', ...signatures].map((signature) => `\n\n${signature}\n\n${quote}`),
    );
    const read = said.flatMap(({ kind, phrase }) =>
      ['', ...below].map((rest) => ({ kind, phrase, rest, found: readText(`${phrase}${rest}`) })),
    );

    const wrong = read.filter(({ kind, found }) => found.kind !== null && found.kind !== kind);
    const notCut = read.filter(({ phrase, found }) => found.written !== phrase.trim() || found.note !== '');
    const understood = read.filter(({ found }) => found.kind !== null);

    expect(said.length).to.be.at.least(300);
    expect(wrong).to.deep.equal([]);
    expect(notCut).to.deep.equal([]);
    expect(understood.length / read.length).to.be.at.least(0.85);
  });

  it('is the same in decomposed letters and with a typographer’s apostrophes', () => {
    const decomposed = said.map(({ phrase }) => readPhrase(phrase.normalize('NFD').replaceAll("'", '’')));
    expect(decomposed).to.deep.equal(said.map(({ phrase }) => readPhrase(phrase)));
  });

  const forPeople = [
    'Tôi có thể đến',
    'Có thể tôi không đến được',
    'Không sao, tôi sẽ đến',
    'Không phải là không đến',
    'Có không?',
    'Có ai đi cùng không?',
    'Tôi sẽ cố',
    'Tôi sẽ cố gắng đến',
    'Vâng, nhưng tôi không đi được',
    'Dạ vâng em không đi được ạ',
    'Chưa nhận được thư mời',
    'Đã nhận',
    'OK',
    'Thanks',
    'Cảm ơn',
    'vang',
    'xin vang',
    'da',
    'den',
    'Yes and no',
    'Yes, but I cannot come',
    'No problem',
    'No problem, I will attend',
    'Not at all',
    'Not only will I come',
    'Yes?',
    'I will attend if my flight is not cancelled',
    'I cannot wait',
    "I can't wait to come",
    'Who else is coming?',
    'Can I bring my wife?',
    'Please remove me from this list',
    'I will not miss it',
    'Wouldn’t miss it',
    'Да нет',
    'Да нет наверное',
    'Нет проблем',
    'Нет проблем, буду',
    'Не могу не прийти',
    'Буду не один',
    'Постараюсь',
    'Кто ещё будет?',
    'Да, но не один',
    'Как будет, так будет',
    '',
    '???',
    '👍',
    'Trân trọng',
    'Kính gửi Ban tổ chức,',
    'Dear organisers,',
    'Уважаемые коллеги!',
  ];
  for (const phrase of forPeople) {
    it(`is left to a person: ${phrase}`, () => {
      expect(readPhrase(phrase)).to.equal(null);
    });
  }
});

describe('a reply in plain text', () => {
  for (const [program, quote] of Object.entries(quotes)) {
    it(`is parted from the quote of ${program}`, () => {
      expect(readText(`Tôi sẽ đến\r\n\r\n${quote}`)).to.deep.equal({
        kind: 'attending',
        written: 'Tôi sẽ đến',
        note: '',
        quoted: quote,
      });
    });
  }

  for (const signature of signatures) {
    it(`is parted from the signature ${JSON.stringify(signature)}`, () => {
      expect(readText(`Không\n\n${signature}`)).to.deep.include({
        kind: 'declined',
        written: 'Không',
        note: '',
      });
    });
  }

  it('keeps what was said below the answer, without farewell and name', () => {
    expect(readText('Có\nTôi ăn chay.\n\nTrân trọng,\nNguyễn Văn A')).to.deep.include({
      kind: 'attending',
      note: 'Tôi ăn chay.',
    });
  });

  const contradicted = [
    'Có\nNhưng hôm đó tôi bận nên không đi được',
    'Yes\nUnfortunately I have to cancel after all',
    'Не смогу\nНо возможно приду позже',
    'Vâng\nNếu không có lịch họp đột xuất',
    'Да\nЕсли не заболею',
  ];
  for (const text of contradicted) {
    it(`is left to a person when the next line may take it back: ${text.split('\n')[1]}`, () => {
      expect(readText(text).kind).to.equal(null);
    });
  }

  it('is nothing when all of it is a quote', () => {
    expect(readText('> Có\n> Không')).to.deep.include({ kind: null, written: '' });
  });
});
