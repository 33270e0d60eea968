import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { dovecotPath } from "../../reachable";

export type ImapServer = {
  url: string;
  /** Drops a letter into the mailbox, as a mail server does. */
  put(letter: string | Buffer): Promise<void>;
  /** How many letters lie in a folder, the mailbox itself being "". */
  count(folder: string): Promise<number>;
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};

/** A real Dovecot on loopback with one mailbox, in a folder of its own. */
export async function openImapServer(): Promise<ImapServer> {
  const folder = await mkdtemp(join(tmpdir(), "hejnal-imap-"));
  const port = await freePort();
  // Started by root, Dovecot hands mails only to another user.
  const { uid, gid } = await owner();
  const mailbox = join(folder, "mail");
  for (const path of [folder, mailbox, ...["new", "cur", "tmp"].map((name) => join(mailbox, name))]) {
    await mkdir(path, { recursive: true });
    await chmod(path, 0o755);
    if (path !== folder) await chown(path, uid, gid);
  }
  await writeFile(join(folder, "passwd"), "hejnal:{PLAIN}a secret\n", { mode: 0o644 });
  await writeFile(join(folder, "dovecot.conf"), configOf(folder, { port, uid, gid }));
  let child: ChildProcess | undefined;
  let letters = 0;
  const server: ImapServer = {
    url: `imap://hejnal:a%20secret@127.0.0.1:${port}/INBOX`,
    async put(letter) {
      const name = `${Date.now()}.${++letters}.test`;
      await writeFile(join(mailbox, "tmp", name), letter);
      await chown(join(mailbox, "tmp", name), uid, gid);
      await rename(join(mailbox, "tmp", name), join(mailbox, "new", name));
    },
    async count(name) {
      const folders = ["new", "cur"].map((one) => join(mailbox, name && `.${name}`, one));
      const found = await Promise.all(folders.map((one) => readdir(one).catch(() => [])));
      return found.flat().length;
    },
    async start() {
      child = spawn(dovecotPath, ["-F", "-c", join(folder, "dovecot.conf")], { stdio: "ignore", detached: true });
      while (!(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    async stop() {
      const running = child;
      child = undefined;
      if (!running) return;
      const gone = once(running, "exit");
      // With all its children, which would else go on talking to whoever is connected.
      if (running.pid !== undefined) process.kill(-running.pid, "SIGKILL");
      await gone;
    },
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

async function owner(): Promise<{ uid: number; gid: number }> {
  const { uid, gid } = userInfo();
  if (uid !== 0) return { uid, gid };
  // What the package brings along.
  const passwd = await readFile("/etc/passwd", "utf8");
  const [, other = "65534", group = "65534"] = /^dovecot:[^:]*:(\d+):(\d+):/m.exec(passwd) ?? [];
  return { uid: Number(other), gid: Number(group) };
}

type Running = { port: number; uid: number; gid: number };

function configOf(folder: string, { port, uid, gid }: Running): string {
  const me = userInfo();
  const asMe = me.uid === 0 ? "" : `default_login_user = ${me.username}\ndefault_internal_user = ${me.username}\n`;
  return `${asMe}base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail
first_valid_uid = 1
passdb {
  driver = passwd-file
  args = ${folder}/passwd
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail
}
service imap-login {
  ${me.uid === 0 ? "" : "chroot ="}
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("data", () => {
      socket.destroy();
      resolve(true);
    });
  });
