@NullMarked
package dev.windowshop.relay.doctor;

import org.jspecify.annotations.NullMarked;
