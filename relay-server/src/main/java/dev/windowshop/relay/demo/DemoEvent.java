package dev.windowshop.relay.demo;

import dev.windowshop.protocol.Interaction;

/// What a demo shopper did, and who it was.
public record DemoEvent(String userId, Interaction interaction) {}
