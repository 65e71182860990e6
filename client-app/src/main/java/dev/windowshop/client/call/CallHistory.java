package dev.windowshop.client.call;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import java.util.List;

/// The latest calls, as the relay keeps them. Thread-safe.
public final class CallHistory {
  /// What is known of them.
  ///
  /// @param entries newest first
  /// @param trouble why they could not be fetched again, fit to be shown; empty when they were
  public record Known(List<Call.Entry> entries, String trouble) {}

  private static final String LATEST = "/calls?limit=50";

  private final RelayClient relay;
  private final Workers workers;
  private final Live<Known> known = new Live<>();

  public CallHistory(RelayClient relay, Workers workers) {
    this.relay = relay;
    this.workers = workers;
  }

  /// No value until they were asked for once.
  public Live<Known> known() {
    return known;
  }

  public void refresh() {
    workers.io().execute(this::fetch);
  }

  private void fetch() {
    try {
      Page<Call.Entry> page = relay.get(LATEST, new TypeReference<Page<Call.Entry>>() {});
      known.set(new Known(page.items(), ""));
    } catch (ProblemException | RelayUnreachableException e) {
      Known before = known.value();
      String why = e.getMessage() == null ? "" : e.getMessage();
      known.set(new Known(before == null ? List.of() : before.entries(), why));
    }
  }
}
