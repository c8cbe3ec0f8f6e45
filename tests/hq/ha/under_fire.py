#!/usr/bin/python3
"""A headquarters of two nodes on a PostgreSQL pair under Patroni and etcd behind HAProxy, all on loopback in a temporary
folder: tills sell and sync while nodes, the primary and projectors are killed. At the end every acknowledged event is
there, once. Usage: under_fire.py BIN [SECONDS]; needs what packaging/dependencies lists under [ha]."""

import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

POSTGRES = "/usr/lib/postgresql/15/bin"
TILLS = 3


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def answers(url, wanted=(200,)):
    try:
        with urllib.request.urlopen(url, timeout=3) as answer:
            return answer.status in wanted
    except (urllib.error.URLError, OSError):
        return False


def wait_for(what, check, seconds=120):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if check():
            return
        time.sleep(0.3)
    raise SystemExit(f"under_fire: {what} did not come within {seconds} s")


class Proc:
    """A child with its log; PostgreSQL and what starts it refuse root."""

    def __init__(self, words, log, as_postgres=False, env=None):
        self.words, self.log, self.as_postgres, self.env = words, log, as_postgres, env
        self.start()

    def start(self):
        def become():
            os.setsid()
            if self.as_postgres and os.getuid() == 0:
                user = pwd.getpwnam("postgres")
                os.setgid(user.pw_gid)
                os.setuid(user.pw_uid)

        self.child = subprocess.Popen(self.words, stdout=open(self.log, "ab"), stderr=subprocess.STDOUT,
                                      stdin=subprocess.DEVNULL, preexec_fn=become, env=self.env)

    def kill(self):
        """The whole group, at once, as when the plug is pulled."""
        if self.child.poll() is None:
            os.killpg(self.child.pid, signal.SIGKILL)
        self.child.wait()


class Stage:
    def __init__(self, folder, programs):
        self.folder, self.programs, self.procs = folder, programs, {}
        names = ["etcd", "etcd_peer", "pg", "hq", "pg1", "pg2", "rest1", "rest2", "hq1", "hq2", "admin1", "admin2"]
        self.port = {name: free_port() for name in names}

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def run(self, name, words, **more):
        self.procs[name] = Proc(words, self.path(name + ".log"), **more)

    def start_etcd(self):
        client, peer = (f"http://127.0.0.1:{self.port[p]}" for p in ("etcd", "etcd_peer"))
        self.run("etcd", ["etcd", "--name", "one", "--data-dir", self.path("etcd"), "--listen-client-urls", client,
                          "--advertise-client-urls", client, "--listen-peer-urls", peer,
                          "--initial-advertise-peer-urls", peer, "--initial-cluster", f"one={peer}",
                          "--unsafe-no-fsync"])
        wait_for("etcd", lambda: answers(client + "/health"), 30)

    def start_postgres(self, n):
        text = f"""
scope: kahui
name: pg{n}
restapi: {{listen: "127.0.0.1:{self.port[f'rest{n}']}", connect_address: "127.0.0.1:{self.port[f'rest{n}']}"}}
etcd3: {{host: "127.0.0.1:{self.port['etcd']}"}}
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 2
    retry_timeout: 4
    synchronous_mode: true
    postgresql: {{use_pg_rewind: true, parameters: {{wal_log_hints: "on", max_connections: 60}}}}
  initdb: [{{encoding: UTF8}}, {{locale: C}}]
  pg_hba: ["host all all 127.0.0.1/32 trust", "host replication all 127.0.0.1/32 trust", "local all all trust"]
postgresql:
  listen: "127.0.0.1:{self.port[f'pg{n}']}"
  connect_address: "127.0.0.1:{self.port[f'pg{n}']}"
  data_dir: {self.path(f'pg{n}', 'data')}
  bin_dir: {POSTGRES}
  pgpass: {self.path(f'pg{n}', 'pgpass')}
  authentication: {{superuser: {{username: kahui, password: x}}, replication: {{username: mirror, password: x}}}}
  parameters: {{unix_socket_directories: "{self.path(f'pg{n}')}"}}
"""
        os.makedirs(self.path(f"pg{n}"), exist_ok=True)
        with open(self.path(f"pg{n}.yml"), "w", encoding="utf-8") as file:
            file.write(text)
        if os.getuid() == 0:
            shutil.chown(self.path(f"pg{n}"), "postgres", "postgres")
        self.run(f"patroni{n}", ["/usr/bin/patroni", self.path(f"pg{n}.yml")], as_postgres=True)

    def leader(self):
        for n in (1, 2):
            if answers(f"http://127.0.0.1:{self.port[f'rest{n}']}/primary"):
                return n
        return 0

    def has_standby(self):
        return any(answers(f"http://127.0.0.1:{self.port[f'rest{n}']}/synchronous") for n in (1, 2))

    def start_haproxy(self):
        servers = "\n".join(f"  server pg{n} 127.0.0.1:{self.port[f'pg{n}']} check port {self.port[f'rest{n}']}"
                            for n in (1, 2))
        nodes = "\n".join(f"  server hq{n} 127.0.0.1:{self.port[f'hq{n}']} check port {self.port[f'admin{n}']}"
                          for n in (1, 2))
        with open(self.path("haproxy.cfg"), "w", encoding="utf-8") as file:
            file.write(f"""
defaults
  mode tcp
  timeout connect 2s
  timeout client 60s
  timeout server 60s
  default-server inter 500 fall 2 rise 1 on-marked-down shutdown-sessions
listen postgres
  bind 127.0.0.1:{self.port['pg']}
  option httpchk GET /primary
{servers}
listen headquarters
  bind 127.0.0.1:{self.port['hq']}
  option httpchk GET /live
{nodes}
""")
        self.run("haproxy", ["/usr/sbin/haproxy", "-db", "-f", self.path("haproxy.cfg")])

    @property
    def db(self):
        return f"postgresql://kahui@127.0.0.1:{self.port['pg']}/kahui"

    def hq(self, *words, data="hq1", check=True):
        done = subprocess.run([f"{self.programs}/kahui-hq", *words, "--data", self.path(data), "--db", self.db],
                              capture_output=True, text=True, check=False)
        if check and done.returncode != 0:
            raise SystemExit(f"under_fire: kahui-hq {words[0]}: {done.stderr}")
        return done

    def start_node(self, n):
        self.run(f"hq{n}", [f"{self.programs}/kahui-hq", "--data", self.path(f"hq{n}"), "--db", self.db, "--listen",
                            f"127.0.0.1:{self.port[f'hq{n}']}", "--admin", f"127.0.0.1:{self.port[f'admin{n}']}"])

    def stop(self):
        for name in sorted(self.procs, key=lambda one: one.startswith("etcd")):
            self.procs[name].kill()


class Till(threading.Thread):
    """Sells and syncs until told to stop; knows what headquarters acknowledged."""

    def __init__(self, stage, n):
        super().__init__(daemon=True)
        self.stage, self.store, self.stopping = stage, stage.path(f"till{n}"), False
        self.acked, self.rounds, self.failures = 0, 0, 0
        self.env = dict(os.environ, KAHUI_KEY_DIR=stage.path("keys"))
        self.ctl("demo", "--store", self.store, "--members", "30", "--products", "30", "--days", "1", "--seed", str(n))
        code = stage.hq("enrol-code", "--store", f"000{n}", "--position", "1").stdout.split()[-1]
        self.ctl("enrol", "--store", self.store, "--hq", f"https://127.0.0.1:{stage.port['hq']}", "--code", code)
        line = self.ctl("export", "--store", self.store, "--what", "products", "--format", "jsonl").stdout.splitlines()[0]
        self.sku = json.loads(line)["sku"]

    def ctl(self, *words, check=True, text=None):
        done = subprocess.run([f"{self.stage.programs}/kahuictl", *words], capture_output=True, text=True, input=text,
                              env=self.env, check=False)
        if check and done.returncode != 0:
            raise SystemExit(f"under_fire: kahuictl {words[0]}: {done.stderr}")
        return done

    def sync(self):
        done = self.ctl("sync", "--store", self.store, "--once", check=False)
        self.failures += done.returncode != 0
        said = json.loads(self.ctl("sync-status", "--store", self.store, "--json").stdout)
        self.acked = max(self.acked, said["acked"])
        return done.returncode == 0

    def run(self):
        while not self.stopping:
            self.rounds += 1
            sales = "".join(json.dumps({"ref": f"r{self.rounds}-{i}", "operator": "1001",
                                        "lines": [{"sku": self.sku, "qty_milli": 1000}],
                                        "tenders": [{"type": "WECHAT"}]}) + "\n" for i in range(5))
            self.ctl("sell", "--store", self.store, text=sales)
            self.sync()

    def sales(self):
        lines = self.ctl("export", "--store", self.store, "--what", "sales", "--format", "jsonl").stdout.splitlines()
        return {row["sale_id"]: row["total"] for row in map(json.loads, lines)}


def fire(stage, seconds):
    """Each of the deaths once, spread over the time; who died comes back."""
    step = seconds / 5

    def said(text):
        print(f"under_fire: {text}", flush=True)

    time.sleep(step)
    stage.procs["hq1"].kill()
    said("a headquarters node was killed")
    time.sleep(step / 2)
    stage.start_node(1)
    time.sleep(step / 2)
    first = stage.leader()
    stage.procs[f"patroni{first}"].kill()
    for line in subprocess.run(["pgrep", "-f", stage.path(f"pg{first}", "data")], capture_output=True, text=True,
                               check=False).stdout.split():
        os.kill(int(line), signal.SIGKILL)
    began = time.monotonic()
    wait_for("a new primary", lambda: stage.leader() not in (0, first), 90)
    said(f"the primary was killed; another one after {time.monotonic() - began:.0f} s")
    time.sleep(step)
    stage.start_postgres(first)
    stage.procs["hq2"].kill()
    said("the other node, and with it a projector, was killed")
    time.sleep(step / 2)
    stage.start_node(2)
    wait_for("the old primary as standby", stage.has_standby, 120)
    said("the pair is whole again")
    time.sleep(step)


def judge(stage, tills):
    for till in tills:
        wait_for("a clean session", till.sync, 120)
    expected = {}
    for till in tills:
        expected.update(till.sales())
    found = []

    def all_there():
        done = stage.hq("export", "--what", "facts", "--format", "jsonl", check=False)
        found[:] = [json.loads(line) for line in done.stdout.splitlines()]
        return done.returncode == 0 and len(found) >= len(expected)

    wait_for("the facts of every sale", all_there, 120)
    ids = [row["sale_id"] for row in found]
    wrong = []
    if len(ids) != len(set(ids)):
        wrong.append("a sale is there twice")
    if {row["sale_id"]: row["total"] for row in found} != expected:
        wrong.append("the facts are not the tills' sales")
    for till in tills:
        if till.acked == 0 or till.rounds < 3:
            wrong.append("a till did not take part")
    print(f"under_fire: {len(expected)} sales of {len(tills)} tills, {sum(t.rounds for t in tills)} sessions, "
          f"{sum(t.failures for t in tills)} of them cut short; facts {len(ids)}, each once")
    return wrong


def main():
    programs = os.path.abspath(sys.argv[1])
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 60
    folder = tempfile.mkdtemp(prefix="kahui-ha-")
    os.chmod(folder, 0o755)
    stage = Stage(folder, programs)
    try:
        stage.start_etcd()
        stage.start_postgres(1)
        wait_for("the first PostgreSQL", lambda: stage.leader() == 1)
        stage.start_postgres(2)
        wait_for("its synchronous standby", stage.has_standby)
        stage.start_haproxy()
        time.sleep(2)
        subprocess.run([f"{POSTGRES}/psql", "-h", "127.0.0.1", "-p", str(stage.port["pg"]), "-U", "kahui", "postgres", "-qc",
                        "CREATE DATABASE kahui"], check=True)
        stage.hq("init", "--demo")
        shutil.copytree(stage.path("hq1"), stage.path("hq2"))
        for n in (1, 2):
            stage.start_node(n)
        for n in (1, 2):
            wait_for("a node", lambda n=n: answers(f"http://127.0.0.1:{stage.port[f'admin{n}']}/ready"), 60)
        time.sleep(1)
        tills = [Till(stage, n) for n in range(1, TILLS + 1)]
        for till in tills:
            till.start()
        fire(stage, seconds)
        for till in tills:
            till.stopping = True
        for till in tills:
            till.join()
        wrong = judge(stage, tills)
    finally:
        stage.stop()
    for one in wrong:
        print("under_fire: " + one, file=sys.stderr)
    if wrong:
        print("under_fire: logs are in " + folder, file=sys.stderr)
        return 1
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
