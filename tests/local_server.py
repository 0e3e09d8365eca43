"""A local Neo4j server for trying and testing, from the artefacts that Neo4j publishes for Maven; no Docker, no root.

In:  a home folder, Java 17 or newer, and Maven for the first installation.
Out: a server on 127.0.0.1 that only this machine reaches, its password in a file that only its owner reads.

    python -m tests.local_server start            # install if need be, start, print the URL
    python -m tests.local_server stop
    python -m tests.local_server import DIR       # neo4j-admin database import full, the server being stopped
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from extract.errors import GazetteError, StoreError
from graph.stores.import_files import import_arguments

VERSION = "5.26.30"
POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>zhize</groupId><artifactId>neo4j-local</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{VERSION}</version></dependency>
    <dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>{VERSION}</version></dependency>
  </dependencies>
</project>
"""
ADMIN = "org.neo4j.cli.AdminTool"  # neo4j-admin itself; Neo4jAdminCommand only starts it in a second machine
SERVER = "org.neo4j.server.CommunityEntryPoint"
OPENS = [
    f"--add-opens=java.base/{package}=ALL-UNNAMED"
    for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
]
START_SECONDS = 120
STOP_SECONDS = 60


@dataclass(frozen=True, slots=True)
class LocalServer:
    """One server: its home folder (lib, conf, data, logs, import, password) and its Bolt port."""

    home: Path
    port: int = 7687
    jars: Path | None = None  # where the server's jars lie, if not in the home itself

    @property
    def url(self) -> str:
        """The URL that `open_store` takes."""
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def password_file(self) -> Path:
        """The file with the password of the user neo4j, mode 0600."""
        return self.home / "password"

    @property
    def import_folder(self) -> Path:
        """The only folder that LOAD CSV may read."""
        return self.home / "import"

    def install(self) -> None:
        """Fetches the server's jars by Maven, writes its configuration and its first password; does nothing if done."""
        if not self._jars_complete():
            self._fetch_jars()
        for name in ("conf", "data", "logs", "import"):
            (self.home / name).mkdir(parents=True, exist_ok=True)
        (self.home / "conf" / "neo4j.conf").write_text(self._configuration(), encoding="utf-8")
        if not self.password_file.exists():
            self._set_first_password()

    def start(self) -> None:
        """Starts the server in the background and waits until it answers; does nothing if it runs."""
        if self.running():
            return
        self.install()
        if _listening(self.port):
            raise StoreError(f"port {self.port} of 127.0.0.1 is taken by another program; choose another with --port")
        folders = [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        log = (self.home / "logs" / "console.log").open("ab")
        process = subprocess.Popen(
            [*self._java_with_jars(), "-Xmx1g", *OPENS, SERVER, *folders],
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        log.close()
        self._pid_file.write_text(str(process.pid), encoding="utf-8")
        deadline = time.monotonic() + START_SECONDS
        while not _listening(self.port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise StoreError(f"the Neo4j server did not start; {self.home / 'logs'} says why")
            time.sleep(0.25)

    def stop(self, kill: bool = False) -> None:
        """Stops the server and waits for its end; `kill` ends it without a word, as a crash would."""
        pid = self._pid()
        if pid is None:
            return
        os.kill(pid, signal.SIGKILL if kill else signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        while _alive(pid):
            if time.monotonic() > deadline:
                raise StoreError(f"the Neo4j server (process {pid}) does not stop; {self.home / 'logs'} says why")
            time.sleep(0.1)
        self._pid_file.unlink(missing_ok=True)

    def running(self) -> bool:
        """Whether the server that this home started is alive."""
        return self._pid() is not None

    def admin(self, *arguments: str) -> str:
        """Runs neo4j-admin with the arguments; returns what it printed, raises StoreError with the line that says why."""
        environment = dict(os.environ, NEO4J_HOME=str(self.home), NEO4J_CONF=str(self.home / "conf"))
        done = subprocess.run(
            [*self._java_with_jars(), f"-Dbasedir={self.home}", *OPENS, ADMIN, *arguments],
            env=environment,
            cwd=self.home,  # the import tool leaves its report where it runs
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise StoreError(
                f"neo4j-admin {arguments[0]} failed: {reason_of(done.stdout + done.stderr) or done.returncode}"
            )
        return done.stdout

    def import_full(self, folder: Path) -> str:
        """Replaces the database by the CSV files of `zhize export neo4j-import`; the server must be stopped."""
        if self.running():
            raise StoreError("neo4j-admin import needs the server to be stopped; stop it first")
        arguments = import_arguments(folder.absolute())
        return self.admin("database", "import", "full", *arguments, "--overwrite-destination=true", "neo4j")

    @property
    def _pid_file(self) -> Path:
        return self.home / "server.pid"

    @property
    def _jars(self) -> Path:
        return self.jars or self.home / "lib"

    def _java_with_jars(self) -> list[str]:
        return [_java(), "-cp", f"{self._jars}{os.sep}*"]

    def _pid(self) -> int | None:
        try:
            pid = int(self._pid_file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return pid if _alive(pid) else None

    def _jars_complete(self) -> bool:
        return (self._jars / f"neo4j-{VERSION}.jar").exists()

    def _fetch_jars(self) -> None:
        maven = shutil.which("mvn")
        if maven is None:
            raise StoreError("the local Neo4j server needs Maven (mvn) to be installed, or use Docker: docs/neo4j.md")
        self.home.mkdir(parents=True, exist_ok=True)
        (self.home / "pom.xml").write_text(POM, encoding="utf-8")
        new = self._jars.with_name("lib.new")
        goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={new}"]
        command = [maven, "-q", "-B", "-f", str(self.home / "pom.xml"), *goal]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            lines = [line for line in done.stdout.splitlines() if "ERROR" in line]
            raise StoreError(f"Maven cannot fetch the Neo4j server: {lines[0] if lines else done.stderr.strip()}")
        shutil.rmtree(self._jars, ignore_errors=True)
        new.rename(self._jars)

    def _configuration(self) -> str:
        return "\n".join(
            [
                "server.default_listen_address=127.0.0.1",
                f"server.bolt.listen_address=127.0.0.1:{self.port}",
                f"server.bolt.advertised_address=127.0.0.1:{self.port}",
                "server.http.enabled=false",
                "server.https.enabled=false",
                "dbms.usage_report.enabled=false",
                f"server.directories.import={self.import_folder}",  # unset, LOAD CSV reads any file of the machine
                "server.memory.pagecache.size=256m",
                "db.tx_log.rotation.retention_policy=1 files",
                "",
            ]
        )

    def _set_first_password(self) -> None:
        password = secrets.token_hex(18)  # of digits and letters alone: one that begins with "-" is read as an option
        self.admin("dbms", "set-initial-password", password)
        with os.fdopen(os.open(self.password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(password + "\n")


def reason_of(printed: str) -> str:
    """The last line that neo4j-admin printed before it explains its usage; "" where it printed none."""
    lines = [line.strip() for line in printed.partition("USAGE")[0].splitlines() if line.strip()]
    return lines[-1] if lines else ""


def _java() -> str:
    java = shutil.which("java")
    if java is None:
        raise StoreError("the Neo4j server needs Java 17 or newer; install it, or use Docker: docs/neo4j.md")
    return java


def _listening(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _alive(pid: int) -> bool:
    try:
        ended, _ = os.waitpid(pid, os.WNOHANG)  # a child that has ended is reaped here
    except ChildProcessError:
        ended = 0
    if ended:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def main(arguments: list[str]) -> int:
    """Runs `install`, `start`, `stop`, `status` or `import DIR`; returns the exit code."""
    server = LocalServer(Path(".cache/neo4j").absolute())
    match arguments:
        case ["start"]:
            server.start()
            print(f"Neo4j {VERSION} listens on {server.url}, user neo4j, password in {server.password_file}")
        case ["install"]:
            server.install()
        case ["stop"]:
            server.stop()
        case ["status"]:
            print("running" if server.running() else "stopped")
        case ["import", folder]:
            print(server.import_full(Path(folder)))
        case _:
            print("python -m tests.local_server install|start|stop|status|import DIR", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except GazetteError as error:
        sys.exit(f"zhize: {error}")
