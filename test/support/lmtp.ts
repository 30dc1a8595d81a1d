import SMTPConnection from 'nodemailer/lib/smtp-connection';

export interface Delivery {
  from: string | null;
  to: readonly string[];
  raw: Buffer | string;
}

/** Brings a mail to an LMTP door as a mail server does. The answer's code, of the refusal when it was refused. */
export async function deliverByLmtp(port: number, { from, to, raw }: Delivery): Promise<number> {
  const connection = new SMTPConnection({
    host: '127.0.0.1',
    port,
    lmtp: true,
    ignoreTLS: true,
    logger: false,
  });
  try {
    await step((done) => {
      connection.once('error', done);
      connection.connect(done);
    });
    return await sent(connection, { from, to, raw });
  } catch (error) {
    if (error instanceof Error && 'responseCode' in error) return Number(error.responseCode);
    throw error;
  } finally {
    connection.close();
  }
}

/** After the mail each recipient is answered for itself; the first refusal counts. */
function sent(connection: SMTPConnection, { from, to, raw }: Delivery): Promise<number> {
  return new Promise((resolve, reject) => {
    connection.send({ from: from ?? '', to: [...to] }, raw, (error, info) => {
      const [refused] = info?.rejectedErrors ?? [];
      if (error) reject(error);
      else resolve(refused?.responseCode ?? 250);
    });
  });
}

function step(run: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => run((error) => (error ? reject(error) : resolve())));
}
