import type { AnswerKind } from '../../../contract/states.ts';

/** What a phrase of few words says. A substitute has a name, which no phrase has. */
export type SpokenAnswer = Exclude<AnswerKind, 'substitute'>;

// What guests write, not what we show them. A line counts only when, without its pronouns and courtesies, it is one
// of these and nothing else. Phrases that can be read both ways ("tôi có thể đến", "I can try") are left out on purpose.
const vietnamese: Record<SpokenAnswer, string> = {
  attending: `có | vâng | vâng có | có chứ | dĩ nhiên | dĩ nhiên rồi | tất nhiên | tất nhiên rồi | chắc chắn | chắc chắn có
    | chắc chắn rồi | đồng ý | nhất trí | xác nhận | xác nhận tham dự | xác nhận tham gia | xác nhận có mặt | nhận lời
    | tham dự | tham gia | dự | đến | tới | đi | có mặt | có đi | có dự | có đến | có tới | có tham dự | có tham gia
    | sẽ tham dự | sẽ tham gia | sẽ dự | sẽ đến | sẽ tới | sẽ đi | sẽ có mặt | sẽ đến dự | sẽ tới dự | sẽ đến tham dự
    | chắc chắn đến | chắc chắn tham dự | chắc chắn sẽ đến | chắc chắn sẽ tham dự | chắc chắn sẽ dự | chắc chắn có mặt
    | tham dự được | dự được | đến được | đi được | tham gia được | có tham dự được | tham dự đầy đủ
    | đồng ý tham dự | đồng ý tham gia | đồng ý đến | nhất trí tham dự | sẵn sàng tham dự | sẵn lòng tham dự
    | vâng sẽ đến | vâng sẽ tham dự | vâng sẽ dự | vâng tham dự | vâng có tham dự | vâng có đến | vâng đồng ý
    | có sẽ đến | có sẽ tham dự | có tôi sẽ đến | có tôi sẽ tham dự | có em sẽ đến | vâng tôi sẽ đến
    | vâng tôi sẽ tham dự | vâng em sẽ đến | vâng em sẽ tham dự | vâng tôi tham dự | vâng em tham dự
    | rất vui được tham dự | rất hân hạnh được tham dự | rất vinh dự được tham dự | rất sẵn lòng
    | sẽ tham dự hội nghị | tham dự hội nghị | sẽ dự hội nghị | xin nhận lời | xin xác nhận tham dự | xin tham dự
    | xin đăng ký tham dự | đăng ký tham dự | đăng ký tham gia | ok tham dự | ok sẽ đến | ok có | ok vâng`,
  declined: `không | không tham dự | không tham gia | không dự | không đến | không tới | không đi | không có mặt
    | không tham dự được | không dự được | không đến được | không tới được | không đi được | không tham gia được
    | không thể tham dự | không thể tham gia | không thể dự | không thể đến | không thể tới | không thể đi
    | không thể có mặt | không thể tham dự được | không thể đến được | không thể đi được | sẽ không tham dự | sẽ không đến
    | sẽ không dự | sẽ không đi | sẽ không tới | sẽ không tham gia | sẽ không thể tham dự | sẽ không thể đến
    | rất tiếc không tham dự được | rất tiếc không đến được | rất tiếc không dự được | rất tiếc không thể tham dự
    | rất tiếc không thể đến | tiếc là không đến được | tiếc quá không đi được | từ chối | xin từ chối
    | xin phép vắng mặt | xin vắng mặt | vắng mặt | xin vắng | xin phép vắng | xin phép không tham dự | xin phép không dự
    | xin phép không đến | xin không tham dự | xin lỗi không đến được | xin lỗi không tham dự được | xin lỗi không đi được
    | xin lỗi không dự được | xin cáo vắng | cáo vắng | ko | ko đi | ko đi được | ko đi đc | ko đến được | ko đến đc
    | ko tham dự | ko tham dự được | ko tham dự đc | không đi đc | không đến đc | không tham dự đc | ko dự được
    | không đồng ý | không nhận lời | bận không đi được | bận không đến được | bận không tham dự được
    | bận không dự được | bận rồi không đi được | hôm đó bận không đi được`,
  tentative: `có thể | có lẽ | có lẽ có | có lẽ được | có lẽ sẽ đến | có lẽ sẽ tham dự | có thể sẽ đến | có thể sẽ tham dự
    | chưa chắc | chưa chắc chắn | chưa chắc lắm | chưa biết | chưa rõ | chưa quyết định | chưa quyết | chưa xác định
    | chưa xác định được | không chắc | không chắc lắm | không chắc chắn | ko chắc | để xem | để xem đã | để xem lại
    | để sắp xếp | sẽ trả lời sau | trả lời sau | sẽ báo sau | báo sau | sẽ báo lại | sẽ báo lại sau | sẽ xác nhận sau
    | xác nhận sau | còn tùy | còn tuỳ | chưa khẳng định được | chưa thể khẳng định | chưa trả lời được | để xem lịch đã
    | có khả năng | có thể có`,
};

const english: Record<SpokenAnswer, string> = {
  attending: `yes | yep | yeah | yes please | yes of course | of course | sure | certainly | absolutely | definitely | with pleasure
    | gladly | accept | accepted | accepting | confirmed | confirm | confirm attendance | confirm my attendance | agreed
    | yes confirmed | yes confirm | yes i will | yes we will | i will | we will | attending | will attend | will be attending | will come
    | will be there | will be coming | will join | will participate | coming | am coming | am attending | shall attend
    | shall be there | shall come | be there | see you there | looking forward to it | happy to attend | happy to come
    | happy to accept | pleased to accept | pleased to attend | delighted to attend | delighted to accept | glad to attend
    | can attend | can come | can make it | will make it | am in | count me in | count us in | yes attending
    | yes will attend | yes i will attend | yes i will come | yes i'll be there | yes i'll attend | yes i'll come | yes i can
    | yes i can attend | yes i can come | yes i'm coming | yes i am coming | yes i am attending | yes will be there
    | yes we will attend | yes we'll be there | yes see you there | yes with pleasure | sure i'll be there | sure will attend
    | i'll be there | i'll attend | i'll come | i'll join | i'm in | i'm coming | i'm attending | we'll be there | we'll attend
    | we'll come | we're coming | would love to | would love to attend | would love to come | would be happy to attend
    | would be delighted to attend | would be glad to attend | ok i'll be there | ok will attend | ok i will attend | ok yes
    | accept the invitation | accept your invitation | gladly accept | i'd love to | i'd love to come | i'd be delighted`,
  declined: `no | nope | no i can't | no i cannot | no can't | not attending | not coming | not able to attend | not able to come
    | not able to make it | am not attending | am not coming | i'm not attending | i'm not coming | we're not coming
    | will not attend | will not come | will not be attending | will not be there | will not be able to attend
    | will not be able to come | will not be coming | won't attend | won't come | won't be there | won't be attending
    | won't be able to attend | won't be able to come | won't make it | won't be able to make it | won't be coming
    | can't attend | can't come | can't make it | can't be there | can't | cannot attend | cannot come | cannot make it
    | cannot be there | cannot | can not attend | can not come | can not make it | unable to attend | unable to come
    | unable to make it | am unable to attend | i'm unable to attend | i'm unable to come | decline | declined | declining
    | must decline | have to decline | regretfully decline | with regret no | regrets | with regrets | send my regrets
    | my regrets | unfortunately not | unfortunately no | sadly not | sadly no | unfortunately i can't
    | unfortunately i cannot attend | unfortunately i can't attend | unfortunately i can't make it
    | unfortunately i can't come | unfortunately i won't attend | unfortunately i cannot | unfortunately i cannot come
    | unfortunately can't attend | unfortunately cannot attend | sorry no | sorry i can't | sorry i cannot attend
    | sorry i can't attend | sorry i can't make it | sorry i can't come | sorry can't make it | sorry can't attend
    | sorry cannot attend | sorry i won't be there | sorry i'm not coming | sorry won't make it | no i won't attend
    | no i can't attend | no i can't come | no i will not attend | no i won't | no i'm not coming | no unfortunately
    | no sorry i can't | afraid not | afraid i can't | i'm afraid not | i'm afraid i can't | i'm afraid i can't attend`,
  tentative: `maybe | perhaps | possibly | tentative | tentatively | not sure | not sure yet | am not sure | am not sure yet
    | i'm not sure | i'm not sure yet | don't know | don't know yet | do not know yet | do not know | undecided | still undecided
    | might | might come | might attend | may come | may attend | might be there | maybe i'll come | maybe i will come
    | maybe i'll attend | maybe i'll be there | will let you know | will let you know later | let you know later
    | i'll let you know | i'll let you know later | will confirm later | i'll confirm later | to be confirmed | tbc | tbd
    | not decided yet | haven't decided yet | it depends | depends | unsure | can't say yet | cannot say yet
    | tentatively yes | probably | likely | most likely | probably yes | i think so`,
};

const russian: Record<SpokenAnswer, string> = {
  attending: `да | да конечно | конечно | конечно да | разумеется | обязательно | непременно | безусловно | согласен | согласна
    | согласны | подтверждаю | подтверждаем | да подтверждаю | подтверждаю участие | подтверждаем участие
    | подтверждаю присутствие | подтверждаю свое участие | буду | будем | да буду | да будем | да приду | да придем
    | да смогу | приду | придем | приеду | приедем | да приеду | смогу | сможем | смогу прийти | смогу приехать
    | смогу присутствовать | смогу участвовать | сможем прийти | да смогу прийти | обязательно буду
    | обязательно приду | обязательно будем | обязательно придем | обязательно приеду | непременно буду | точно буду
    | точно приду | конечно буду | конечно приду | с удовольствием | с радостью | с удовольствием приду
    | с удовольствием буду | с радостью приду | с удовольствием приеду | с удовольствием приму участие | приму участие
    | примем участие | буду участвовать | будем участвовать | буду присутствовать | будем присутствовать | участвую
    | участвуем | принимаю | принимаю приглашение | принимаем приглашение | да приму участие | буду на мероприятии
    | буду на конференции | да буду присутствовать | да буду участвовать | да участвую | да обязательно
    | да с удовольствием | да согласен | да согласна | приду обязательно | буду обязательно | планирую быть`,
  declined: `нет | нет не буду | нет не приду | нет не смогу | не буду | не будем | не приду | не придем | не приеду | не приедем
    | не смогу | не сможем | не смогу прийти | не смогу приехать | не смогу присутствовать | не смогу участвовать
    | не смогу быть | не смогу принять участие | не сможем прийти | не сможем принять участие | не сможем присутствовать
    | не сможем приехать | не сможем быть | не буду присутствовать | не буду участвовать | не будем присутствовать
    | не будем участвовать | не участвую | не участвуем | не приму участия | не приму участие | отказываюсь | вынужден отказаться
    | вынуждена отказаться | вынуждены отказаться | к сожалению нет | к сожалению не смогу | к сожалению не приду
    | к сожалению не буду | к сожалению не сможем | к сожалению не смогу прийти | к сожалению не смогу приехать
    | к сожалению не смогу присутствовать | к сожалению не смогу участвовать | к сожалению не смогу быть
    | к сожалению не получится | не получится | не получится прийти | не получается | к сожалению не получается
    | увы нет | увы не смогу | увы не получится | увы не приду | нет к сожалению | нет к сожалению не смогу
    | нет не получится | прийти не смогу | приехать не смогу | присутствовать не смогу | участвовать не смогу
    | быть не смогу | нет возможности | не имею возможности | нет спасибо | вынужден отклонить приглашение
    | не согласен | не согласна | буду отсутствовать`,
  tentative: `может быть | возможно | возможно буду | возможно приду | возможно смогу | наверное | наверно | вероятно | скорее всего
    | скорее всего да | скорее всего буду | скорее всего приду | пока не знаю | еще не знаю | не знаю | не знаю пока | пока не решил
    | пока не решила | еще не решил | еще не решила | еще не решили | не уверен | не уверена | не уверены | пока не уверен
    | пока не уверена | под вопросом | пока под вопросом | сообщу позже | сообщим позже | отвечу позже | ответим позже
    | уточню | уточню позже | уточним позже | пока неизвестно | неизвестно | по возможности | может буду | может приду
    | пока не ясно | зависит | пока не могу сказать | подтвержу позже`,
};

/** Without accents a Vietnamese phrase may be two: "vang" is "vâng" (yes) and "vắng" (absent). Such are not folded. */
const notFolded = new Set(['đến', 'dự', 'tới', 'đi', 'vâng', 'ok vâng', 'xin vắng']);

export const spoken: ReadonlyMap<string, SpokenAnswer> = gather(
  [vietnamese, english, russian],
  (phrase) => phrase,
);

/** For lines written without any accents. */
export const spokenPlain: ReadonlyMap<string, SpokenAnswer> = gather([vietnamese], (phrase) =>
  notFolded.has(phrase) ? '' : withoutAccents(phrase),
);

export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('đ', 'd');
}

function gather(
  lists: readonly Record<SpokenAnswer, string>[],
  form: (phrase: string) => string,
): Map<string, SpokenAnswer> {
  const found = new Map<string, SpokenAnswer>();
  const unclear = new Set<string>();
  for (const list of lists) {
    for (const kind of ['attending', 'declined', 'tentative'] as const) {
      for (const phrase of list[kind].split('|').map((each) => form(each.trim().normalize('NFC')))) {
        if (phrase === '') continue;
        if (found.has(phrase) && found.get(phrase) !== kind) unclear.add(phrase);
        found.set(phrase, kind);
      }
    }
  }
  for (const phrase of unclear) found.delete(phrase);
  return found;
}
