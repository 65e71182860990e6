package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListsTest {
  /// Capital letters are days, which come again and are not recognised.
  @ParameterizedTest
  @CsvSource({
    "Dxyz, Dabcxyz, ''",
    "Dxyz, CaDbcxyz, ''",
    "Dabcxyz, Dxyz, abc",
    "Dabcxyz, Dqrabc, xyz",
    "Dqrabc, Dabcxyz, qr",
    "Dxyz, Dabc, xyz",
    "Dxyz, Dabyz, x",
    "'', Dab, ''",
    "Dab, '', ab",
    "ab, abNc, ''",
    "aNbc, abc, ''"
  })
  void whatBothHaveIsNeitherTakenAwayNorPutAgain(String before, String after, String gone) {
    ObservableList<String> shown = FXCollections.observableArrayList(letters(before));
    Set<String> taken = new TreeSet<>();
    shown.addListener(
        (ListChangeListener<String>)
            change -> {
              while (change.next()) {
                change.getRemoved().stream().filter(ListsTest::said).forEach(taken::add);
              }
            });
    Lists.slide(shown, letters(after), letter -> said(letter) ? letter : null);
    assertEquals(letters(after), new ArrayList<>(shown));
    assertEquals(new TreeSet<>(letters(gone)), taken);
  }

  private static boolean said(String letter) {
    return Character.isLowerCase(letter.charAt(0));
  }

  private static List<String> letters(String text) {
    return text.chars().mapToObj(Character::toString).toList();
  }
}
