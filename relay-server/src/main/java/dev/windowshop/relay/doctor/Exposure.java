package dev.windowshop.relay.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a relay is set up towards the outside.
///
/// @param loopback it listens to this machine only
/// @param tls null for plain HTTP
/// @param corsOrigins of browsers that may use it
/// @param limited what one user or address may do is limited
public record Exposure(
    boolean loopback,
    boolean demo,
    @Nullable TlsCheck tls,
    List<String> corsOrigins,
    boolean limited) {
  public Exposure {
    corsOrigins = List.copyOf(corsOrigins);
  }

  List<Finding> look(Instant now) {
    List<Finding> findings = new ArrayList<>();
    if (tls != null) {
      findings.addAll(tls.look(now));
    } else if (loopback) {
      findings.add(Finding.ok("It listens to this machine only."));
    } else {
      findings.add(
          Finding.warning(
              "It listens to other machines, in plain HTTP.",
              "Give it --tls-cert and --tls-key, or let a proxy end TLS before it; the app speaks plain HTTP to its own machine only."));
    }
    if (demo) {
      String what = "The demo's accounts have a password that everybody knows.";
      findings.add(
          loopback
              ? Finding.warning(what, "Let nobody else reach this relay.")
              : Finding.failed(what, "Serve without --demo, from another data folder."));
    }
    findings.addAll(cors());
    findings.add(
        limited
            ? Finding.ok("What one user or address may do is limited.")
            : Finding.warning(
                "Limits are off: one client can take all of the relay.", "Remove --limit off."));
    return findings;
  }

  private List<Finding> cors() {
    if (corsOrigins.isEmpty()) {
      return List.of(Finding.ok("Pages of other origins can't use it from a browser."));
    }
    List<Finding> findings = new ArrayList<>();
    for (String origin : corsOrigins) {
      if (origin.equals("*")) {
        findings.add(
            Finding.warning(
                "Pages of any origin may use it from a browser.",
                "Name the origins that need it with --cors-origin."));
      } else if (origin.startsWith("http:")) {
        findings.add(
            Finding.warning(
                "Pages of " + origin + " may use it, and anybody on the way can change those.",
                "Name its https address."));
      } else {
        findings.add(Finding.ok("Pages of " + origin + " may use it from a browser."));
      }
    }
    return findings;
  }
}
