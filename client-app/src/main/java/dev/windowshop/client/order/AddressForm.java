package dev.windowshop.client.order;

import dev.windowshop.protocol.Order;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The fields of an address, in any script, while they are being filled in.
public final class AddressForm {
  /// In the order in which they are asked for.
  public enum Field {
    NAME("Name"),
    LINE1("Street and number"),
    LINE2("Flat, floor, company"),
    POSTAL_CODE("Postcode"),
    CITY("City"),
    REGION("Region or state"),
    COUNTRY("Country"),
    PHONE("Phone, for the carrier");

    private final String label;

    Field(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    boolean required() {
      return this == NAME || this == LINE1 || this == CITY;
    }
  }

  private final Map<Field, StringProperty> fields = new EnumMap<>(Field.class);

  AddressForm() {
    for (Field field : Field.values()) {
      fields.put(field, new SimpleStringProperty(""));
    }
  }

  public StringProperty field(Field field) {
    return Objects.requireNonNull(fields.get(field));
  }

  void onChange(Runnable changed) {
    fields.values().forEach(field -> field.subscribe((before, now) -> changed.run()));
  }

  void fill(Order.@Nullable Address from) {
    set(Field.NAME, from == null ? null : from.name());
    set(Field.LINE1, from == null ? null : from.line1());
    set(Field.LINE2, from == null ? null : from.line2());
    set(Field.POSTAL_CODE, from == null ? null : from.postalCode());
    set(Field.CITY, from == null ? null : from.city());
    set(Field.REGION, from == null ? null : from.region());
    set(Field.COUNTRY, from == null ? null : from.country());
    set(Field.PHONE, from == null ? null : from.phone());
  }

  private void set(Field field, @Nullable String value) {
    field(field).set(value == null ? "" : value);
  }

  /// The first field that is still to be filled in, by its name; null when it is complete.
  @Nullable String missing() {
    for (Field field : Field.values()) {
      if (field.required() && field(field).get().isBlank()) {
        return field.label().toLowerCase(Locale.ROOT);
      }
    }
    return null;
  }

  Order.Address address() {
    return new Order.Address(
        text(Field.NAME),
        text(Field.LINE1),
        text(Field.LINE2),
        text(Field.POSTAL_CODE),
        text(Field.CITY),
        text(Field.REGION),
        text(Field.COUNTRY),
        text(Field.PHONE));
  }

  private @Nullable String text(Field field) {
    String value = field(field).get().strip();
    return value.isEmpty() ? null : value;
  }
}
