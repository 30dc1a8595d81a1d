/** The same numbers for the same seed, so that a failure can be seen again. */
export function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

/** What hostile and broken programs are fond of. */
const tokens = [
  'BEGIN:VEVENT\r\n',
  'END:VEVENT\r\n',
  'BEGIN:VCALENDAR\r\n',
  'END:VCALENDAR\r\n',
  'ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example\r\n',
  'ATTENDEE;CN="\r\n',
  'ATTENDEE;=;;;:::\r\n',
  'DTSTAMP;TZID=Nowhere:99999999T999999Z\r\n',
  'RRULE:FREQ=SECONDLY;COUNT=999999999\r\n',
  'SEQUENCE:-99999999999999999999\r\n',
  'METHOD:REPLY\r\n',
  'Content-Type: multipart/mixed; boundary="--"\r\n',
  'Content-Type: text/plain; charset=x-unknown; format=flowed\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  '=?utf-8?B?////?=',
  '\ufeff',
  '\u0000',
  '\r\n\r\n',
  '\n',
  '\r',
  ' \t',
  '--=_part_1\r\n',
  '--=_part_1--\r\n',
  '>',
  '%s%n',
  '\ud83d\ude00',
  '\u202e',
].map((token) => Buffer.from(token));

export function mutate(raw: Buffer, other: Buffer, roll: (sides: number) => number): Buffer {
  let bytes: Buffer = Buffer.from(raw);
  for (let times = 1 + roll(8); times > 0; times -= 1) bytes = once(bytes, other, roll);
  return bytes.subarray(0, 400_000);
}

function once(bytes: Buffer, other: Buffer, roll: (sides: number) => number): Buffer {
  const at = roll(bytes.length + 1);
  const length = 1 + roll(200);
  const token = tokens[roll(tokens.length)] ?? Buffer.alloc(0);
  switch (roll(8)) {
    case 0:
      return inserted(bytes, at, token);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 2:
      return inserted(bytes, at, bytes.subarray(roll(bytes.length + 1)).subarray(0, length));
    case 3:
      return Buffer.concat([bytes.subarray(0, at), other.subarray(roll(other.length + 1))]);
    case 4:
      return inserted(bytes, at, Buffer.concat(Array.from({ length: 1 + roll(400) }, () => token)));
    case 5:
      return bytes.subarray(0, at);
    case 6:
      return Buffer.from(bytes.map((byte, index) => (index >= at && index < at + 8 ? roll(256) : byte)));
    default:
      return inserted(bytes, at, Buffer.alloc(1 + roll(20_000), token));
  }
}

function inserted(bytes: Buffer, at: number, what: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]);
}
