@NullMarked
package dev.windowshop.relay.socketio;

import org.jspecify.annotations.NullMarked;
