package org.bridgeconvoy.spark;

import scala.runtime.AbstractFunction0;
import scala.runtime.BoxedUnit;

/** What a job gives beside what its tasks gave. */
final class Nothing extends AbstractFunction0<BoxedUnit> {

    @Override
    public BoxedUnit apply() {
        return BoxedUnit.UNIT;
    }
}
