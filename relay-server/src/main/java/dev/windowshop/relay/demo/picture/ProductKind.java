package dev.windowshop.relay.demo.picture;

/// What can be drawn, and where it is photographed.
public enum ProductKind {
  TABLE_LAMP(Stage.FLOOR, VesselDrawings::vase),
  FLOOR_LAMP(Stage.FLOOR, VesselDrawings::vase),
  PENDANT(Stage.FLOOR, VesselDrawings::vase),
  VASE(Stage.FLOOR, VesselDrawings::vase),
  CLOCK(Stage.FLAT, VesselDrawings::vase),
  PRINT(Stage.FLAT, VesselDrawings::vase),
  MIRROR(Stage.FLAT, VesselDrawings::vase),
  BASKET(Stage.FLOOR, VesselDrawings::vase),
  PLANT(Stage.FLOOR, VesselDrawings::vase),
  CANDLE(Stage.PLINTH, VesselDrawings::vase),
  CUSHION(Stage.FLOOR, VesselDrawings::vase),
  RUG(Stage.FLAT, VesselDrawings::vase),
  THROW(Stage.FLOOR, VesselDrawings::vase),
  CHAIR(Stage.FLOOR, VesselDrawings::vase),
  ARMCHAIR(Stage.FLOOR, VesselDrawings::vase),
  STOOL(Stage.FLOOR, VesselDrawings::vase),
  TABLE(Stage.FLOOR, VesselDrawings::vase),
  SHELF(Stage.FLOOR, VesselDrawings::vase),
  SOFA(Stage.FLOOR, VesselDrawings::vase),
  PARCEL(Stage.FLOOR, ParcelDrawings::parcel);

  private final Stage stage;
  private final Drawing drawing;

  ProductKind(Stage stage, Drawing drawing) {
    this.stage = stage;
    this.drawing = drawing;
  }

  Stage stage() {
    return stage;
  }

  Drawing drawing() {
    return drawing;
  }
}
