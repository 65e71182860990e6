package dev.windowshop.relay.testing;

import dev.windowshop.relay.app.RelayMain;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/// The relay's command line, called as from a shell, on the database that the tests run on.
public final class Commands {
  private final Path data;

  public record Outcome(int code, String out, String err) {
    @Override
    public String toString() {
      return code + "\n" + out + "\n" + err;
    }
  }

  public Commands(Path data) {
    this.data = data;
  }

  public Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        RelayMain.commandLine(TestDatabases.environment(data))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Outcome(code, out.toString(), err.toString());
  }
}
