package dev.windowshop.relay.http;

import java.nio.file.Path;

/// Part of a file, as the body of an answer.
public record FilePart(Path file, long offset, long length) {}
