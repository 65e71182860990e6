package dev.windowshop.relay.http;

import java.nio.file.Path;

/// A file that is sent once and then deleted, whether it arrived or not.
public record TemporaryFile(Path path) {}
