package dev.windowshop.relay.doctor;

import java.util.ArrayList;
import java.util.List;

/// How a relay is set up towards the outside.
///
/// @param loopback it listens to this machine only
/// @param limited what one user or address may do is limited
public record Exposure(boolean loopback, boolean demo, boolean limited) {
  List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    if (loopback) {
      findings.add(Finding.ok("It listens to this machine only."));
    } else {
      findings.add(
          Finding.warning(
              "It listens to other machines, in plain HTTP.",
              "Let a proxy end TLS before it; the app speaks plain HTTP to its own machine only."));
    }
    if (demo) {
      String what = "The demo's accounts have a password that everybody knows.";
      findings.add(
          loopback
              ? Finding.warning(what, "Let nobody else reach this relay.")
              : Finding.failed(what, "Serve without --demo, from another data folder."));
    }
    findings.add(
        limited
            ? Finding.ok("What one user or address may do is limited.")
            : Finding.warning(
                "Limits are off: one client can take all of the relay.", "Remove --limit off."));
    return findings;
  }
}
