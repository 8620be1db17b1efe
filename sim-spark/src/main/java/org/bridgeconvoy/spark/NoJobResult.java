package org.bridgeconvoy.spark;

import scala.runtime.AbstractFunction0;
import scala.runtime.BoxedUnit;

/** What a job of Spark gives when all its tasks have ended: nothing beside what they gave. */
final class NoJobResult extends AbstractFunction0<BoxedUnit> {

    @Override
    public BoxedUnit apply() {
        return BoxedUnit.UNIT;
    }
}
