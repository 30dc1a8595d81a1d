/** `imaps://user:password@mail.example.org:993/INBOX?processed=Processed` */
export interface ImapAccount {
  host: string;
  port: number;
  secure: boolean;
  user: string;
  pass: string;
  folder: string;
  /** Where mails are put that have been read; empty to leave them where they are. */
  processed: string;
}

export function imapAccount(address: string): ImapAccount {
  const url = new URL(address);
  const secure = url.protocol === 'imaps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    user: decodeURIComponent(url.username),
    pass: decodeURIComponent(url.password),
    folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
    processed: url.searchParams.get('processed') ?? '',
  };
}

/** The name under which we remember how far we have read; no password in it. */
export function accountName({ user, host, port, folder }: ImapAccount): string {
  return `${user}@${host}:${port}/${folder}`;
}
